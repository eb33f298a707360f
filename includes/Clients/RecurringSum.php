<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What a client brings in a month in one currency, without tax. */
final readonly class RecurringSum
{
    public function __construct(
        /** ISO 4217 */
        public string $currency,
        /** Minor units */
        public int $mrr,
        /** How many subscriptions it is the sum of */
        public int $subscriptions,
    ) {
    }
}
