<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

/** Periods that people ask for by name. */
enum PeriodName: string
{
    case ThisMonth = 'this_month';
    case LastMonth = 'last_month';
    case ThisQuarter = 'this_quarter';
    case LastQuarter = 'last_quarter';
    case ThisYear = 'this_year';
    case LastYear = 'last_year';
    case Custom = 'custom';

    public function label(): string
    {
        return match ($this) {
            self::ThisMonth => __('This month', 'counterfoil'),
            self::LastMonth => __('Last month', 'counterfoil'),
            self::ThisQuarter => __('This quarter', 'counterfoil'),
            self::LastQuarter => __('Last quarter', 'counterfoil'),
            self::ThisYear => __('This year', 'counterfoil'),
            self::LastYear => __('Last year', 'counterfoil'),
            self::Custom => __('Custom dates', 'counterfoil'),
        };
    }
}
