<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Shared\Money\Money;

/** What may be asked for one overdue invoice on a day; nothing is booked by it. */
final readonly class LateFee
{
    /**
     * @param Money $base what is due of the invoice, without the late fees on it
     * @param Money $unit for one period
     * @param non-empty-list<int> $periods that follow one another: 1 begins on the day after the due date
     * @param string $percent of the base, "1.5"; empty for a fixed amount
     * @param string $from first day of the first period, "2026-12-11"
     * @param string|null $to last day of the last one; null where it is asked for once
     */
    public function __construct(public Money $base, public Money $unit, public array $periods, public string $percent, public string $from, public ?string $to)
    {
    }

    public function total(): Money
    {
        return new Money($this->unit->amount * count($this->periods), $this->unit->currency);
    }
}
