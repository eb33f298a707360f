<?php

declare(strict_types=1);

namespace Counterfoil\Demo;

/** How far the demo's clock is moved. */
enum ClockStep: string
{
    case Day = 'day';
    case Week = 'week';
    case Month = 'month';
    case Back = 'back';

    public function seconds(): int
    {
        return match ($this) {
            self::Day => DAY_IN_SECONDS,
            self::Week => WEEK_IN_SECONDS,
            self::Month => 30 * DAY_IN_SECONDS,
            self::Back => 0,
        };
    }

    public function label(): string
    {
        return match ($this) {
            self::Day => __('Forward 1 day', 'counterfoil'),
            self::Week => __('Forward 1 week', 'counterfoil'),
            self::Month => __('Forward 30 days', 'counterfoil'),
            self::Back => __('Back to today', 'counterfoil'),
        };
    }
}
