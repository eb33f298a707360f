<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Brick\Math\BigInteger;
use Brick\Math\RoundingMode;

/**
 * Parts of a sum by days. The value of the first days is rounded, half away from zero, and a stretch of days is the
 * difference of two such values: however often a period is cut, its pieces add up to the whole, to the minor unit.
 */
final readonly class Share
{
    /**
     * @param int $amount minor units of all the days
     * @param int $first days before the stretch
     * @param int $last days until its end
     * @param int $days all of them
     */
    public static function between(int $amount, int $first, int $last, int $days): int
    {
        return self::of_first($amount, $last, $days) - self::of_first($amount, $first, $days);
    }

    /** What so many days of a sum are worth, counted from its first. */
    public static function of_first(int $amount, int $count, int $days): int
    {
        return BigInteger::of($amount)->toBigDecimal()->multipliedBy($count)->dividedBy($days, 0, RoundingMode::HALF_UP)->toInt();
    }
}
