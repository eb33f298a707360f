<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;

/** What the agency asks of those who pay late. Pure. */
final readonly class LateFeeTerms
{
    /**
     * @param string $percent a decimal string, "1.5"; of Monthly and Once
     * @param list<Money> $amounts one for each currency; of Fixed
     * @param int $grace_days days after the due date before a fee is proposed
     * @param bool $in_reminders whether reminders of overdue invoices mention it
     */
    public function __construct(
        public bool $is_on = false,
        public LateFeeKind $kind = LateFeeKind::Monthly,
        public string $percent = '1',
        public array $amounts = [],
        public int $grace_days = 14,
        public bool $in_reminders = false,
    ) {
    }

    /**
     * @param Money $base what is due without late fees
     * @param string $due_date "2026-12-10"
     * @param string $today in the business's time zone
     * @param list<int> $billed periods that were asked for already
     * @return LateFee|null null when there is nothing to ask for today
     */
    public function fee(Money $base, string $due_date, string $today, array $billed): ?LateFee
    {
        return $this->is_on && $today > $this->grace_until($due_date) ? $this->of_periods($base, $due_date, $this->open($due_date, $today, $billed)) : null;
    }

    /** What the first period costs from the day after the days of grace on, if nothing is paid until then. */
    public function first(Money $base, string $due_date): ?LateFee
    {
        return $this->is_on ? $this->of_periods($base, $due_date, [1]) : null;
    }

    /** The last day on which nothing is asked for. */
    public function grace_until(string $due_date): string
    {
        return Calendar::add_days($due_date, $this->grace_days);
    }

    /** @param list<int> $periods */
    private function of_periods(Money $base, string $due_date, array $periods): ?LateFee
    {
        $unit = $base->amount > 0 ? $this->unit($base) : null;
        if ($periods === [] || $unit === null || $unit->amount <= 0) {
            return null;
        }
        // Counted from the due date each time, so that a fee of the 31st stays one.
        $from = Calendar::add_days(Calendar::add_months($due_date, $periods[0] - 1), 1);
        $to = $this->kind === LateFeeKind::Monthly ? Calendar::add_months($due_date, $periods[count($periods) - 1]) : null;

        return new LateFee($base, $unit, $periods, $this->kind === LateFeeKind::Fixed ? '' : $this->percent, $from, $to);
    }

    /**
     * @param list<int> $billed
     * @return list<int> the first periods in a row that began and were not asked for
     */
    private function open(string $due_date, string $today, array $billed): array
    {
        $open = [];
        for ($period = 1; $period === 1 || ($this->kind === LateFeeKind::Monthly && Calendar::add_months($due_date, $period - 1) < $today); ++$period) {
            if (! in_array($period, $billed, true)) {
                $open[] = $period;
            } elseif ($open !== []) {
                break;
            }
        }

        return $open;
    }

    private function unit(Money $base): ?Money
    {
        if ($this->kind === LateFeeKind::Fixed) {
            foreach ($this->amounts as $amount) {
                if ($amount->currency->equals($base->currency)) {
                    return $amount;
                }
            }

            return null;
        }

        return new Money(BigDecimal::of($base->amount)->multipliedBy($this->percent)->dividedBy(100, 0, RoundingMode::HALF_UP)->toInt(), $base->currency);
    }
}
