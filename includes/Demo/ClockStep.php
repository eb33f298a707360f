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
            self::Day => __('One day on', 'counterfoil'),
            self::Week => __('One week on', 'counterfoil'),
            self::Month => __('Thirty days on', 'counterfoil'),
            self::Back => __('Back to today', 'counterfoil'),
        };
    }
}
