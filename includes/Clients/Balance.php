<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/**
 * What a client owes and has paid, in one currency; minor units. Sums over many invoices, so they may be
 * more than one amount may be.
 */
final readonly class Balance
{
    public function __construct(
        /** ISO 4217 */
        public string $currency,
        /** Issued and not paid yet */
        public int $due,
        /** The part of `due` whose day has passed */
        public int $overdue,
        /** What came less what went back, ever; also what is on no invoice */
        public int $net,
        /** The part of `net` that settles no invoice */
        public int $credit,
    ) {
    }
}
