<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Shared\Calendar;

/** How long a client has agreed to stay, and how long before they say that they don't. The agency may let them go at any time. */
final readonly class Term
{
    public function __construct(
        /** Months from its first day; 0 for none */
        public int $months,
        /** Days before its end, or before any end where there is no term */
        public int $notice_days,
        /** Whether another one of the same length follows unless notice was given in time; else it can end at any time then */
        public bool $renews,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): ?self
    {
        $term = new self((int) $row['term_months'], (int) $row['notice_days'], (bool) (int) $row['term_renews']);

        return $term->months === 0 && $term->notice_days === 0 ? null : $term;
    }

    /** @param array{months: int, notice_days: int, renews: bool}|null $wire */
    public static function from_wire(?array $wire): ?self
    {
        return $wire === null || ($wire['months'] === 0 && $wire['notice_days'] === 0) ? null : new self($wire['months'], $wire['notice_days'], $wire['renews']);
    }

    /** @return array{months: int, notice_days: int, renews: bool} */
    public function to_wire(): array
    {
        return ['months' => $this->months, 'notice_days' => $this->notice_days, 'renews' => $this->renews];
    }

    /**
     * The first day on which it can be over for a client who gives notice on a day.
     *
     * @param string $started_on "2026-03-31"
     * @param string $today the day of the notice
     */
    public function ends_earliest(string $started_on, string $today): string
    {
        $after_notice = Calendar::add_days($today, $this->notice_days);
        if ($this->months === 0) {
            return $after_notice;
        }
        $day = (int) substr($started_on, 8);
        $terms = 1;
        while (($end = Calendar::add_months($started_on, $terms * $this->months, $day)) < $after_notice) {
            if (! $this->renews) {
                return $after_notice;
            }
            $terms++;
        }

        return $end;
    }
}
