<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;

/** What invoices ask of those who take money: paper, mails and pages promise only what they would do. */
interface OnlinePayment
{
    /** Whether somebody could pay this sum online at this moment. Answers from what is known here; asks nobody outside. */
    public function is_offered(Money $amount): bool;

    /**
     * @param list<int> $invoice_ids
     * @return array<int, OnItsWay> those somebody has paid, and whose money is not here yet: nobody is asked to pay them again
     */
    public function on_their_way(array $invoice_ids): array;
}
