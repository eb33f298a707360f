<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Subscription;

/** A bill that will be made, if nothing changes. */
final readonly class ForecastBill
{
    /**
     * @param non-empty-list<InvoiceLine> $lines
     * @param list<int> $subscription_ids of each line, in their order
     */
    private function __construct(
        public int $client_id,
        /** On which it is issued, "2026-03-31" */
        public string $day,
        public array $lines,
        public array $subscription_ids,
        public InvoiceTotals $totals,
    ) {
    }

    /**
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims each item with its tax
     * @return self|null null for periods that nothing is asked for
     * @throws \Counterfoil\Shared\DomainError 400 for what can't be billed
     */
    public static function of(string $day, array $claims): ?self
    {
        [$lines, $ids] = [[], []];
        foreach ($claims as [$subscription, $claimed]) {
            $of = PeriodLines::of($subscription, $claimed->period, $claimed->is_first, $claimed->with_coupon);
            $lines = [...$lines, ...$of];
            $ids = [...$ids, ...array_fill(0, count($of), $subscription->id)];
        }
        $first = $claims[0][0];

        return $lines === [] ? null : new self($first->client_id, $day, $lines, $ids, InvoiceTotals::of($lines, null, $first->tax_mode, $first->currency));
    }

    /** "2026-03" */
    public function month(): string
    {
        return substr($this->day, 0, 7);
    }
}
