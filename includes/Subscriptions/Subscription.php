<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\Coupons\SubscriptionCoupon;
use Counterfoil\Subscriptions\Periods\Period;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\Periods\Schedule;
use DateTimeImmutable;

/**
 * What a client pays again and again. Which period comes next follows from it alone, so that billing and the forecast are
 * the same code. Days are the business's, "2026-03-31".
 */
final readonly class Subscription
{
    /** @param non-empty-list<SubscriptionItem> $items */
    public function __construct(
        public int $id,
        public int $client_id,
        public ?int $website_id,
        public Currency $currency,
        public TaxMode $tax_mode,
        public Interval $interval,
        public array $items,
        public string $started_on,
        /** First day of the first whole period; all of them are counted from it */
        public string $anchor,
        public DateTimeImmutable $created_at,
        /** Day of the month on which periods of months and years begin where the month has it; 0 for that of the anchor */
        public int $anchor_day = 0,
        public SubscriptionStatus $status = SubscriptionStatus::Active,
        /** First day that is paid for; null without a trial */
        public ?string $trial_until = null,
        /** Which whole period comes next, from 0 */
        public int $next_index = 0,
        /** First of the days before the next whole period that are to be billed; null when none are */
        public ?string $part_from = null,
        /** How many periods were claimed */
        public int $claimed = 0,
        /** Last day that was claimed */
        public ?string $billed_until = null,
        /** How many whole periods in all; null without end */
        public ?int $cycles = null,
        /** First day that does not belong to it any more */
        public ?string $ends_on = null,
        public ?string $ended_on = null,
        /** While it is paused: the day it goes on by itself */
        public ?string $resume_on = null,
        /** More is behind than may be billed unasked */
        public bool $is_held = false,
        /** Periods that begin until this day may be billed, however many they are */
        public ?string $confirmed_until = null,
        /** The kept method it is charged to; null for the client's default */
        public ?int $method_id = null,
        public ?int $origin_invoice_id = null,
        public ?string $origin_key = null,
        public int $version = 1,
        /** What it brings in a month, in minor units, as it was written down last; null while it does not count */
        public ?int $mrr = null,
        /** Which of its items these are: each change makes a set of its own, and periods name theirs */
        public int $item_set = 1,
        public ?PlannedChange $planned = null,
        public ?Term $term = null,
        public ?SubscriptionCoupon $coupon = null,
    ) {
    }

    /** @param array<string, mixed> $changes by property */
    public function with(array $changes): self
    {
        return new self(...$changes + get_object_vars($this));
    }

    /** Of its items, "Care plan + Hosting": a product and its plan are "Care plan, Monthly" */
    public function name(): string
    {
        return implode(' + ', array_map(static fn (SubscriptionItem $item): string => $item->description, $this->items));
    }

    /** @return list<int> each item's for a whole period, less its discount; minor units */
    public function amounts(): array
    {
        return InvoiceTotals::of(array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $this->items), null, $this->tax_mode, $this->currency)->amounts;
    }

    /** First day after what was billed: it can end there without a refund. Null before its first bill */
    public function after_billed(): ?string
    {
        return $this->billed_until === null ? null : Calendar::add_days($this->billed_until, 1);
    }

    public function schedule(): Schedule
    {
        return new Schedule($this->interval, $this->anchor, $this->anchor_day);
    }

    /**
     * With the change that is planned, once the period that comes next begins on its day or later.
     *
     * @param int|null $billing_day the client's, 1 to 31
     */
    public function as_billed_next(?int $billing_day): self
    {
        $next = $this->planned === null ? null : $this->next();

        return $this->planned === null || $next === null || $next->kind === PeriodKind::Trial || $next->from < $this->planned->on ? $this : $this->planned->applied_to($this, $next->from, $billing_day);
    }

    /** The period that is to be billed next, whenever that is; null when nothing follows. */
    public function next(): ?Period
    {
        if ($this->status === SubscriptionStatus::Ended) {
            return null;
        }
        $period = match (true) {
            // Where what was before is left out, so are the days of the trial.
            $this->billed_until === null && $this->trial_until !== null && $this->trial_until > $this->started_on => new Period(
                PeriodKind::Trial,
                $this->started_on,
                Calendar::add_days($this->trial_until, -1),
                Calendar::days_between($this->started_on, $this->trial_until),
                $this->next_index
            ),
            $this->part_from !== null => $this->schedule()->until($this->next_index, $this->part_from),
            $this->cycles !== null && $this->next_index >= $this->cycles => null,
            default => $this->schedule()->full($this->next_index),
        };
        if ($period === null || $this->ends_on === null) {
            return $period;
        }

        return $period->from >= $this->ends_on ? null : $period->before($this->ends_on);
    }

    /** As it is once a period was claimed. */
    public function after(Period $period): self
    {
        return $this->with([
            'claimed' => $this->claimed + 1,
            'billed_until' => $period->to,
            // A trial ends where the first paid days begin; a whole period that was cut short by a fixed end counts as one.
            ...match (true) {
                $period->kind === PeriodKind::Trial => [],
                $this->part_from !== null => ['part_from' => null],
                default => ['next_index' => $this->next_index + 1],
            },
            'coupon' => $period->kind === PeriodKind::Trial ? $this->coupon : $this->coupon?->used(),
        ]);
    }

    /** The day after its last period, where its cycles say so; null without end, and beyond the year 9999. */
    public function runs_out_on(): ?string
    {
        $day = $this->cycles === null ? null : $this->schedule()->first_day($this->cycles);

        return $day === null || strlen($day) > 10 ? null : $day;
    }

    /** The day on which it ends by itself. A paused one is billed no more before that, but what cycles it has left come after its pause. */
    public function over_on(): ?string
    {
        return match ($this->status) {
            SubscriptionStatus::Active => $this->is_held ? null : $this->last_day_known(),
            SubscriptionStatus::Paused => $this->next() === null ? $this->last_day_known() : $this->ends_on,
            SubscriptionStatus::Ended => null,
        };
    }

    /** Its last day has passed, and nothing of it is left to bill. */
    public function is_over(string $today): bool
    {
        $over_on = $this->over_on();

        return $over_on !== null && $over_on <= $today && ($this->status === SubscriptionStatus::Paused || $this->next() === null);
    }

    /**
     * With another fixed end, or none. Days that an earlier one had cut off its last bill are billed after all, up to the next whole period.
     *
     * @param string|null $day the first that does not belong to it any more, "2026-03-31"
     */
    public function ending_on(?string $day): self
    {
        // Days may be unbilled for other reasons too: those of a pause, or what the agency has left out.
        $is_cut = $this->ends_on !== null && $this->ends_on === $this->after_billed() && $this->part_from === null
            && $this->ends_on < $this->schedule()->first_day($this->next_index) && ($this->trial_until === null || $this->ends_on >= $this->trial_until);

        return $this->with(['ends_on' => $day] + ($is_cut ? ['part_from' => $this->ends_on] : []));
    }

    /** @param string $day the first that does not belong to it any more, "2026-03-31" */
    public function ended(string $day): self
    {
        return $this->with(['status' => SubscriptionStatus::Ended, 'ended_on' => $day, 'resume_on' => null, 'is_held' => false, 'planned' => null]);
    }

    /** First day on which it is over, as far as that is known. */
    public function last_day_known(): ?string
    {
        $ends = array_filter([$this->ends_on, $this->runs_out_on()]);

        return $ends === [] ? null : min($ends);
    }

    /** First day that is paid for: it counts as recurring revenue from then on. */
    public function paid_from(): string
    {
        return $this->trial_until ?? $this->started_on;
    }

    /** It counts as recurring revenue on a day: its paid days have begun, and it is neither paused nor over. */
    public function counts_on(string $day): bool
    {
        return $this->status === SubscriptionStatus::Active && $day >= $this->paid_from();
    }

    /** The first day on which it can be over for a client who says so today; null where the agency's answer alone counts. */
    public function ends_earliest(string $today): ?string
    {
        return $this->status === SubscriptionStatus::Ended ? null : $this->term?->ends_earliest($this->started_on, $today);
    }

    /** First day of what is billed next by itself; null where nothing is. */
    public function next_on(): ?string
    {
        return $this->status === SubscriptionStatus::Active && ! $this->is_held ? $this->next()?->from : null;
    }

    /** The day on which it ends, goes on or begins to count by itself; null where none is known. */
    public function act_on(): ?string
    {
        $days = array_filter([
            $this->over_on(),
            $this->status === SubscriptionStatus::Paused ? $this->resume_on : null,
            $this->status === SubscriptionStatus::Active && $this->mrr === null ? $this->paid_from() : null,
        ]);

        return $days === [] ? null : min($days);
    }
}
