<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Periods\Resumption;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * What happens to a subscription on a day by itself: it goes on after its pause, periods of it are billed, it is put on
 * hold, it ends. Says it and does nothing; the same for billing and for looking ahead.
 */
final readonly class Due
{
    /** More periods than these are never billed unasked: nothing ran for so long that somebody should look first. */
    public const MOST_BEHIND = 2;

    /** At most so many of one subscription at once; what is left is claimed the next time. */
    private const MOST = 400;

    /** @var list<ClaimedPeriod> of the claims */
    public array $periods;

    /** @param list<array{Subscription, ClaimedPeriod}> $claims to be billed, in order, each with the subscription as it is then; none while it is on hold */
    private function __construct(
        /** As it is when its periods are billed: gone on after a pause */
        public Subscription $subscription,
        /** As it is afterwards */
        public Subscription $after,
        public array $claims,
        /** The day on which it went on after its pause */
        public ?string $resumed_on,
        /** How many periods are behind, where that is too many to bill them unasked; otherwise 0 */
        public int $behind,
        /** The day on which it ended */
        public ?string $ended_on,
        /** The day on which its first paid days began, where nobody has seen that yet */
        public ?string $began_on,
    ) {
        $this->periods = array_column($claims, 1);
    }

    /**
     * @param string $today "2026-03-31"
     * @param int $lead_days before a period on which it is billed
     * @param int|null $billing_day the client's, 1 to 31
     */
    public static function of(Subscription $subscription, string $today, int $lead_days, ?int $billing_day = null): self
    {
        $resumed_on = self::resumes_on($subscription, $today);
        $subscription = $resumed_on === null ? $subscription : Resumption::of($subscription, $resumed_on);
        [$after, $claims] = self::claims($subscription, Calendar::add_days($today, $lead_days), $billing_day);
        $begun = array_filter(array_column($claims, 1), static fn (ClaimedPeriod $claimed): bool => $claimed->period->from <= $today && $claimed->period->from > (string) $subscription->confirmed_until);
        if (count($begun) > self::MOST_BEHIND) {
            return new self($subscription, $subscription->with(['is_held' => true]), [], $resumed_on, count($claims), null, null);
        }
        $ended_on = $after->is_over($today) ? $after->over_on() : null;

        $began_on = $resumed_on === null && $after->mrr === null && $after->counts_on($today) ? $after->paid_from() : null;

        return new self($subscription, $ended_on === null ? $after : $after->ended($ended_on), $claims, $resumed_on, 0, $ended_on, $began_on);
    }

    /** Nothing happened. */
    public function is_nothing(): bool
    {
        return $this->resumed_on === null && $this->claims === [] && $this->behind === 0 && $this->ended_on === null && $this->began_on === null;
    }

    private static function resumes_on(Subscription $subscription, string $today): ?string
    {
        $on = $subscription->status === SubscriptionStatus::Paused ? $subscription->resume_on : null;

        // One whose last day was in its pause does not go on.
        return $on === null || $on > $today || ($subscription->ends_on !== null && $subscription->ends_on <= $on) ? null : $on;
    }

    /** @return array{Subscription, list<array{Subscription, ClaimedPeriod}>} as it is afterwards, and what begins until a day */
    private static function claims(Subscription $subscription, string $until, ?int $billing_day): array
    {
        $claims = [];
        if ($subscription->status !== SubscriptionStatus::Active || $subscription->is_held) {
            return [$subscription, $claims];
        }
        while (($period = $subscription->next()) !== null && $period->from <= $until && count($claims) < self::MOST) {
            $subscription = $subscription->as_billed_next($billing_day);
            $period = $subscription->next() ?? $period;
            $claims[] = [$subscription, ClaimedPeriod::of($subscription, $period, $subscription->claimed === 0)];
            $subscription = $subscription->after($period);
        }

        return [$subscription, $claims];
    }
}
