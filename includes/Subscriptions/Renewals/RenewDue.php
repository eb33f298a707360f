<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\SubscriptionRepository;
use DateTimeImmutable;

/** The worker: looks for subscriptions of which something is due, client by client. One query when nothing is. */
final readonly class RenewDue
{
    /** Clients in one go, so that a run keeps to its time: what is left comes at once after it. */
    private const MOST = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(private SubscriptionRepository $subscriptions, private ClaimPeriods $claim, private RenewalSettings $settings, private Clock $clock, private Closure $calendar)
    {
    }

    /** @return DateTimeImmutable|null when to go on, where more is due than was done */
    public function handle(): ?DateTimeImmutable
    {
        $today = ($this->calendar)()->today();
        $clients = $this->subscriptions->clients_due(Calendar::add_days($today, $this->settings->get()->lead_days), $today, self::MOST);
        $all = $clients === [] || $this->claim->together($clients);

        return count($clients) === self::MOST || ! $all ? $this->clock->now() : null;
    }
}
