<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use DateTimeImmutable;

/** When to ask again about what is not settled yet: soon at first, then ever more seldom. */
final readonly class Backoff
{
    /** Minutes. The first lets a process that is still at it finish. */
    private const WAITS = [2, 3, 5, 10, 20, 60, 120, 360];

    public static function after(DateTimeImmutable $now, int $checks): DateTimeImmutable
    {
        return $now->modify('+' . self::WAITS[min($checks, count(self::WAITS) - 1)] . ' minutes');
    }
}
