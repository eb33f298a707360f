<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Settings\CatchUp;
use Counterfoil\Subscriptions\Subscription;

/** By which bills the periods of a client are billed that are due at the same time; the same for billing and for looking ahead. */
final readonly class Bills
{
    /** @param bool $is_together the client has a billing day: its subscriptions come on one bill, as far as one can hold them */
    public function __construct(private bool $is_together, private CatchUp $catch_up)
    {
    }

    /**
     * @param list<array{Subscription, ClaimedPeriod}> $claims each with its subscription as it was then
     * @return list<non-empty-list<array{Subscription, ClaimedPeriod}>> in order: the oldest days are billed, and charged, first
     */
    public function of(array $claims): array
    {
        $bills = [];
        foreach ($claims as [$subscription, $claimed]) {
            if (self::has_lines($subscription, $claimed)) {
                $bills[$this->bill_of($subscription, $claimed)][] = [$subscription, $claimed];
            }
        }
        $first = static fn (array $one, array $other): int => $one[1]->period->from <=> $other[1]->period->from;
        foreach ($bills as &$of) {
            usort($of, $first);
        }
        unset($of);
        uasort($bills, static fn (array $one, array $other): int => $first($one[0], $other[0]));

        return array_values($bills);
    }

    /** Days that nothing is asked for, such as those of a trial, are on no bill. */
    public static function has_lines(Subscription $subscription, ClaimedPeriod $claimed): bool
    {
        return PeriodLines::of($subscription, $claimed->period, $claimed->is_first) !== [];
    }

    private function bill_of(Subscription $subscription, ClaimedPeriod $claimed): string
    {
        return implode('|', [
            $this->is_together ? '' : $subscription->id,
            $subscription->currency->code,
            $subscription->tax_mode->value,
            $subscription->method_id,
            $this->catch_up === CatchUp::Together ? '' : $claimed->period->from,
        ]);
    }
}
