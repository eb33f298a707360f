<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Shared\Actor;

/** What credit notes ask of those who take money: give back what one of them leaves over. */
interface GivesBack
{
    /**
     * Calls outside; as often as one likes, it is given back once. What a gateway refuses to give back stays the
     * client's credit.
     */
    public function give_back(CreditNote $note, Actor $actor): void;
}
