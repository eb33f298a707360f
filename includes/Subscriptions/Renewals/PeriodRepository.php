<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Subscription;

/** Claimed periods: one row for each, which nobody else can claim again. */
final readonly class PeriodRepository
{
    private const TABLE = 'subscription_periods';

    public function __construct(private Database $database)
    {
    }

    /**
     * All that is on many bills.
     *
     * @param non-empty-list<non-empty-list<array{Subscription, ClaimedPeriod}>> $bills the claims of each in the order of the bill
     * @param list<int> $renewal_ids in the same order
     * @throws \Counterfoil\Shared\Database\UniqueViolation when one was claimed before
     */
    public function claim_bills(array $bills, array $renewal_ids): void
    {
        $this->database->insert_many(self::TABLE, array_merge(...array_map(self::rows_of(...), $bills, $renewal_ids)));
    }

    /**
     * All that is on one bill.
     *
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims in the order of the bill
     * @throws \Counterfoil\Shared\Database\UniqueViolation when one was claimed before
     */
    public function claim_all(array $claims, int $renewal_id): void
    {
        $this->claim_bills([$claims], [$renewal_id]);
    }

    /**
     * What is left of a bill that is not made, on another one.
     *
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims in the order of the bill
     */
    public function claim_again(array $claims, int $before, int $renewal_id): void
    {
        foreach (self::rows_of($claims, $renewal_id) as $row) {
            $this->database->update(self::TABLE, ['bill_lines' => $row['bill_lines'], 'renewal_id' => $renewal_id], ['subscription_id' => $row['subscription_id'], 'period_from' => $row['period_from'], 'renewal_id' => $before]);
        }
    }

    /**
     * @param int|null $renewal_id null for days that are not billed
     * @param list<int> $lines where its bill has what is by days, from 0
     * @throws \Counterfoil\Shared\Database\UniqueViolation when it was claimed before
     */
    public function claim(Subscription $subscription, ClaimedPeriod $claimed, ?int $renewal_id, array $lines = []): void
    {
        $this->database->insert(self::TABLE, self::row_of($subscription, $claimed, $renewal_id, $lines));
    }

    /**
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims
     * @return non-empty-list<array<string, int|string|null>>
     */
    private static function rows_of(array $claims, int $renewal_id): array
    {
        $rows = [];
        $next = 0;
        foreach ($claims as [$subscription, $claimed]) {
            $by_days = PeriodLines::by_days($subscription, $claimed->period, $claimed->is_first);
            $rows[] = self::row_of($subscription, $claimed, $renewal_id, array_map(static fn (int $position): int => $next + $position, array_keys($by_days, true, true)));
            $next += count($by_days);
        }

        return $rows;
    }

    /**
     * @param list<int> $lines where its bill has what is by days, from 0
     * @return array<string, int|string|null>
     */
    private static function row_of(Subscription $subscription, ClaimedPeriod $claimed, ?int $renewal_id, array $lines): array
    {
        return [
            'subscription_id' => $subscription->id,
            'period_from' => $claimed->period->from,
            'period_to' => $claimed->period->to,
            'kind' => $claimed->period->kind->value,
            'is_first' => $claimed->is_first ? 1 : 0,
            'days_of_interval' => $claimed->period->days_of_interval,
            'interval_unit' => $claimed->interval->unit,
            'interval_count' => $claimed->interval->count,
            'item_set' => $claimed->item_set,
            'with_coupon' => $claimed->with_coupon ? 1 : 0,
            'bill_lines' => $lines === [] ? null : implode(',', $lines),
            'renewal_id' => $renewal_id,
        ];
    }

    /**
     * @param non-empty-list<int> $renewal_ids
     * @return array<int, non-empty-list<array<string, string|null>>> rows, by renewal
     */
    public function of_renewals(array $renewal_ids): array
    {
        $of = Condition::in('renewal_id', $renewal_ids);
        $rows = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$of->sql} ORDER BY period_from, subscription_id, id", $of->arguments) as $row) {
            $rows[(int) $row['renewal_id']][] = $row;
        }

        return $rows;
    }

    /** @return list<int> the renewals that billed a subscription, newest first */
    public function renewals_of(int $subscription_id, int $limit): array
    {
        return array_map(static fn (array $row): int => (int) $row['renewal_id'], $this->database->rows(
            "SELECT DISTINCT renewal_id FROM {$this->database->table(self::TABLE)} WHERE subscription_id = ? AND renewal_id IS NOT NULL ORDER BY renewal_id DESC LIMIT ?",
            [$subscription_id, $limit]
        ));
    }

    /** Whether a bill that stands, or is to be made, has its coupon. */
    public function has_coupon_on_bill(int $subscription_id): bool
    {
        return $this->database->value(
            "SELECT 1 FROM {$this->database->table(self::TABLE)} period JOIN {$this->database->table('renewals')} renewal ON renewal.id = period.renewal_id
            WHERE period.subscription_id = ? AND period.with_coupon = 1 AND renewal.state <> ?",
            [$subscription_id, RenewalState::CalledOff->value]
        ) !== null;
    }

    /** @return list<BilledPeriod> of a subscription that have a day, or later ones, oldest first */
    public function from_day(int $subscription_id, string $day): array
    {
        return array_map(BilledPeriod::from_row(...), $this->database->rows(
            "SELECT period.*, renewal.state, renewal.invoice_id FROM {$this->database->table(self::TABLE)} period
            LEFT JOIN {$this->database->table('renewals')} renewal ON renewal.id = period.renewal_id
            WHERE period.subscription_id = ? AND period.period_to >= ? AND period.replaced_by = 0 ORDER BY period.period_from",
            [$subscription_id, $day]
        ));
    }

    /** It is over before a day; where that is its first, something else comes in its stead. */
    public function cut(BilledPeriod $billed, string $day, int $change_id): void
    {
        $this->database->update(self::TABLE, $billed->claimed->period->from === $day ? ['replaced_by' => $change_id] : ['period_to' => Calendar::add_days($day, -1)], ['id' => $billed->id]);
    }
}
