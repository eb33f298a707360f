<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;

/** From one day to another, both included, in the business's time zone. */
final readonly class Period
{
    private function __construct(public PeriodName $name, public string $from, public string $to)
    {
    }

    /**
     * @param string $today the business's, "2026-03-31"
     * @param string|null $from first day of custom dates
     * @param string|null $to last day of custom dates
     * @throws DomainError 400 where custom dates are missing, are no days, or end before they begin
     */
    public static function of(PeriodName $name, string $today, ?string $from = null, ?string $to = null): self
    {
        $month = substr($today, 0, 7) . '-01';
        $quarter = sprintf('%s-%02d-01', substr($today, 0, 4), intdiv((int) substr($today, 5, 2) - 1, 3) * 3 + 1);
        $year = substr($today, 0, 4) . '-01-01';

        return match ($name) {
            PeriodName::ThisMonth => self::months($name, $month, 1),
            PeriodName::LastMonth => self::months($name, Calendar::add_months($month, -1), 1),
            PeriodName::ThisQuarter => self::months($name, $quarter, 3),
            PeriodName::LastQuarter => self::months($name, Calendar::add_months($quarter, -3), 3),
            PeriodName::ThisYear => self::months($name, $year, 12),
            PeriodName::LastYear => self::months($name, Calendar::add_months($year, -12), 12),
            PeriodName::Custom => self::between(self::day($from, '/from'), self::day($to, '/to')),
        };
    }

    /** @throws DomainError 400 when it ends before it begins */
    public static function between(string $from, string $to): self
    {
        return $from <= $to ? new self(PeriodName::Custom, $from, $to) : throw DomainError::invalid(__('The last day can’t be before the first day.', 'counterfoil'), '/to');
    }

    private static function months(PeriodName $name, string $first, int $count): self
    {
        return new self($name, $first, Calendar::add_days(Calendar::add_months($first, $count), -1));
    }

    private static function day(?string $day, string $pointer): string
    {
        [$year, $month, $date] = array_map(intval(...), explode('-', ($day ?? '') . '--'));

        return $day !== null && checkdate($month, $date, $year) ? $day : throw DomainError::invalid(__('Enter a date, for example 2026-03-31.', 'counterfoil'), $pointer);
    }
}
