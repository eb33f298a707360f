<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

/** Where a subscription stands for people: its status, the clock and its bills. */
enum SubscriptionState: string
{
    case Scheduled = 'scheduled';
    case Trial = 'trial';
    case Active = 'active';
    case Overdue = 'overdue';
    case Paused = 'paused';
    case Cancelled = 'cancelled';

    /** @param string $today in the business's time zone, "2026-03-31" */
    public static function of(Subscription $subscription, bool $has_overdue_bill, string $today): self
    {
        return match (true) {
            $subscription->status === SubscriptionStatus::Ended => self::Cancelled,
            $has_overdue_bill => self::Overdue,
            $subscription->status === SubscriptionStatus::Paused => self::Paused,
            $today < $subscription->started_on => self::Scheduled,
            $subscription->trial_until !== null && $today < $subscription->trial_until => self::Trial,
            default => self::Active,
        };
    }
}
