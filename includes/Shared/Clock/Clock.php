<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use DateTimeImmutable;

/** The only source of the time. Everything that asks for "now" is handed one of these. */
interface Clock
{
    /** This moment, in UTC, to the second. */
    public function now(): DateTimeImmutable;
}
