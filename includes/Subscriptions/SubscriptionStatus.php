<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

/** What was decided about a subscription. What people see besides (trial, overdue) is computed: SubscriptionState. */
enum SubscriptionStatus: string
{
    case Active = 'active';
    case Paused = 'paused';
    case Ended = 'ended';

    private const TRANSITIONS = [
        'active' => ['paused', 'ended'],
        'paused' => ['active', 'ended'],
        'ended' => [],
    ];

    public function may_become(self $next): bool
    {
        return in_array($next->value, self::TRANSITIONS[$this->value], true);
    }
}
