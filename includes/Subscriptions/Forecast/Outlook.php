<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

/** What a forecast comes to: how much in each month, and the bills that come first. Its memory does not grow with their number. */
final readonly class Outlook
{
    /** Bills that are told one by one. */
    public const SOONEST = 100;

    /**
     * @param array<string, Sums> $months by month, "2026-03", all of the span in their order
     * @param list<ForecastBill> $soonest in the order of their days
     */
    private function __construct(public Span $span, public array $months, public array $soonest)
    {
    }

    /** @param iterable<ForecastBill> $bills in any order */
    public static function of(iterable $bills, Span $span): self
    {
        $months = [];
        foreach ($span->months() as $month) {
            $months[$month] = new Sums();
        }
        $soonest = [];
        foreach ($bills as $bill) {
            $months[$bill->month()]->add($bill->totals);
            $soonest[] = $bill;
            if (count($soonest) >= 2 * self::SOONEST) {
                $soonest = self::first($soonest);
            }
        }

        return new self($span, $months, self::first($soonest));
    }

    /**
     * @param list<ForecastBill> $bills
     * @return list<ForecastBill>
     */
    private static function first(array $bills): array
    {
        // Sorting is stable: those of a day stay in their order.
        usort($bills, static fn (ForecastBill $one, ForecastBill $other): int => $one->day <=> $other->day);

        return array_slice($bills, 0, self::SOONEST);
    }
}
