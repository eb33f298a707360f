<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Periods\Period;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\Subscription;

/** One bill for periods of a client's subscriptions. */
final readonly class Renewal
{
    /** @param list<ClaimedPeriod> $periods in the order in which they are billed */
    private function __construct(
        public int $id,
        public int $client_id,
        /** Null while there is no bill yet */
        public ?int $invoice_id,
        public RenewalState $state,
        /** First day of its first period */
        public string $from,
        public ?int $method_id,
        /** Charges that came to nothing, in all: the next one is another one */
        public int $charges,
        /** Charges that failed since it was paid last, or ever */
        public int $tries,
        /** Day of the first charge that failed */
        public ?string $failed_on,
        /** Day of the next try, before which it is not charged; null when none is waited for */
        public ?string $try_on,
        /** A FailureReason's value, or "" */
        public string $failure_code,
        /** Why no bill can be made of it, or "" */
        public string $blocked,
        /** What was credited for days that it replaces, in minor units: it pays its bill */
        public int $credit,
        /** It is billed in the stead of days that a change made useless */
        public bool $is_instead,
        public array $periods,
    ) {
    }

    /**
     * @param array<string, string|null> $row
     * @param list<array<string, string|null>> $periods
     */
    public static function from_row(array $row, array $periods): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            $row['invoice_id'] === null ? null : (int) $row['invoice_id'],
            RenewalState::from((string) $row['state']),
            (string) $row['period_from'],
            $row['method_id'] === null ? null : (int) $row['method_id'],
            (int) $row['charges'],
            (int) $row['tries'],
            $row['failed_on'],
            $row['try_on'],
            (string) $row['failure_code'],
            (string) $row['blocked'],
            (int) $row['credit'],
            (bool) (int) $row['is_instead'],
            array_map(self::period(...), $periods),
        );
    }

    /** @param array<string, string|null> $row */
    public static function period(array $row): ClaimedPeriod
    {
        return new ClaimedPeriod(
            (int) $row['subscription_id'],
            new Period(PeriodKind::from((string) $row['kind']), (string) $row['period_from'], (string) $row['period_to'], (int) $row['days_of_interval'], 0),
            (bool) (int) $row['is_first'],
            (int) $row['item_set'],
            new Interval((string) $row['interval_unit'], (int) $row['interval_count']),
            (bool) (int) $row['with_coupon'],
        );
    }

    /** Nothing was begun, nothing is in the way, and nothing pays a part of it. */
    public function is_plain(): bool
    {
        return $this->state === RenewalState::Claimed && $this->invoice_id === null && $this->blocked === '' && $this->credit === 0 && $this->periods !== []
            && array_filter($this->periods, static fn (ClaimedPeriod $claimed): bool => $claimed->with_coupon) === [];
    }

    /** As it was made, or by the client's default. */
    public function is_charged_to(KeptMethod $method): bool
    {
        return $this->method_id === null ? $method->is_default : $this->method_id === $method->id;
    }

    /** With the bill that was just made of it. */
    public function by(int $invoice_id): self
    {
        return new self(...['invoice_id' => $invoice_id] + get_object_vars($this));
    }

    /** @return list<int> ids, each once */
    public function subscription_ids(): array
    {
        return array_values(array_unique(array_map(static fn (ClaimedPeriod $claimed): int => $claimed->subscription_id, $this->periods)));
    }

    /**
     * Its subscriptions were over before their days came.
     *
     * @param array<int, Subscription> $subscriptions by id
     */
    public function never_begins(array $subscriptions): bool
    {
        return array_filter($this->periods, static fn (ClaimedPeriod $claimed): bool => ($subscriptions[$claimed->subscription_id]->ended_on ?? $claimed->period->from) >= $claimed->period->from) === [];
    }

    /** @return list<array{string, int}> what an event about it is about */
    public function subjects(): array
    {
        $subjects = array_map(static fn (int $id): array => ['subscription', $id], $this->subscription_ids());

        return $this->invoice_id === null ? $subjects : [...$subjects, ['invoice', $this->invoice_id]];
    }
}
