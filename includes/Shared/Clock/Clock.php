<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use DateTimeImmutable;

/** The only source of the time. Everything that asks for "now", or waits, is handed one of these. */
interface Clock
{
    /** This moment, in UTC, to the second. */
    public function now(): DateTimeImmutable;

    /** Lets so much time pass. */
    public function sleep(int $milliseconds): void;
}
