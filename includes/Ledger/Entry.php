<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** One line of a posting: an account goes up or down. */
final readonly class Entry
{
    /** @param int $amount minor units of the posting's currency; negative where the account goes down */
    public function __construct(public string $account, public int $amount, public ?int $invoice_id = null)
    {
    }
}
