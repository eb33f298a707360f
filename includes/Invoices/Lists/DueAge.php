<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Shared\Calendar;

/** How long ago an invoice was due that is still to be paid. The day it is due is in time. */
enum DueAge: string
{
    case NotDue = 'not_due';
    case Month = '1_30';
    case TwoMonths = '31_60';
    case ThreeMonths = '61_90';
    case Older = 'over_90';

    /** @return array{int|null, int|null} days after the due date, from and to, both included; null for no end */
    private function days(): array
    {
        return match ($this) {
            self::NotDue => [null, 0],
            self::Month => [1, 30],
            self::TwoMonths => [31, 60],
            self::ThreeMonths => [61, 90],
            self::Older => [91, null],
        };
    }

    /** @param int $late days after the due date; below one for none */
    public static function of(int $late): self
    {
        return match (true) {
            $late < 1 => self::NotDue,
            $late <= 30 => self::Month,
            $late <= 60 => self::TwoMonths,
            $late <= 90 => self::ThreeMonths,
            default => self::Older,
        };
    }

    /** @return array<string, string> as the list of invoices takes it, which then has exactly these */
    public function query(string $today): array
    {
        [$from, $to] = $this->days();

        return ['only' => InvoiceSelection::Outstanding->value]
            + ($to === null ? [] : ['due_from' => Calendar::add_days($today, -$to)])
            + ($from === null ? [] : ['due_to' => Calendar::add_days($today, -$from)]);
    }

    public function label(): string
    {
        return match ($this) {
            self::NotDue => __('Not due yet', 'counterfoil'),
            self::Month => __('1–30 days overdue', 'counterfoil'),
            self::TwoMonths => __('31–60 days overdue', 'counterfoil'),
            self::ThreeMonths => __('61–90 days overdue', 'counterfoil'),
            self::Older => __('More than 90 days overdue', 'counterfoil'),
        };
    }
}
