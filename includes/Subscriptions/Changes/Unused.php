<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Subscriptions\Renewals\BilledPeriod;

/** The last days of a billed period, which are not wanted. */
final readonly class Unused
{
    public function __construct(
        public BilledPeriod $of,
        /** The first of them, "2026-03-31" */
        public string $from,
        public int $days,
    ) {
    }

    /** Nothing of it was used. */
    public function is_all(): bool
    {
        return $this->days === $this->of->claimed->period->days();
    }
}
