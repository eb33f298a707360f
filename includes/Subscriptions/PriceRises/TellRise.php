<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use DateTimeImmutable;

/** Tells a client on its day that a subscription will cost more, unless that was withdrawn; before its first bill at that price whatever happened until then. */
final readonly class TellRise
{
    public const JOB = 'price_rises.tell';

    /** @param Closure(): Calendar $calendar */
    public function __construct(private Changes $changes, private PriceRiseRepository $rises, private SubscriptionRepository $subscriptions, private PriceRiseMails $mails, private Closure $calendar)
    {
    }

    /** @return DateTimeImmutable|null when to come again; null when there is nothing more to tell */
    public function handle(int $id): ?DateTimeImmutable
    {
        $rise = $this->rises->find($id);
        $subscription = $rise === null ? null : $this->subscriptions->find($rise->subscription_id, Viewer::system());
        if ($rise === null || $rise->is_told || $subscription?->planned?->price_rise_id !== $id) {
            return null;
        }
        $calendar = ($this->calendar)();
        if ($calendar->today() < $rise->mail_on) {
            return $calendar->begin_of($rise->mail_on);
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($rise): void {
            $subscription = $this->subscriptions->lock($rise->subscription_id, Viewer::system());
            // Where it ends before, there is nothing to tell.
            $goes_on = $subscription->ends_on === null || $subscription->ends_on > $rise->first_on;
            if ($goes_on && $subscription->planned?->price_rise_id === $rise->id) {
                $this->tell($change, $rise, $subscription);
            }
        });

        return null;
    }

    /** In the change that claims the first period at the new price: a client who was not told by then is told now. */
    public function before_bill(Change $change, Subscription $subscription): void
    {
        $rise = $subscription->planned?->price_rise_id === null ? null : $this->rises->find($subscription->planned->price_rise_id);
        if ($rise !== null) {
            $this->tell($change, $rise, $subscription);
        }
    }

    private function tell(Change $change, AnnouncedRise $rise, Subscription $subscription): void
    {
        if ($this->rises->told($rise->id)) {
            $change->event('subscription.rise_announced', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $rise->first_on]);
            $this->mails->tell($change, RiseNews::Announced, $rise, $subscription);
        }
    }

    /** In the change that withdraws it, or what took its place: a client who was told hears that nothing changes. */
    public function withdrawn(Change $change, int $id): void
    {
        $rise = $this->rises->find($id);
        $this->rises->close($id, 'withdrawn');
        if ($rise?->is_told === true) {
            $this->mails->tell($change, RiseNews::Withdrawn, $rise, $this->subscriptions->get($rise->subscription_id, Viewer::system()));
        }
    }

    /**
     * In the change that takes its place: a client who was told hears what applies instead.
     *
     * @param Subscription $before as it was when the client was told
     * @param Subscription $instead with what applies from that day on
     * @param string $from "2026-03-31"
     */
    public function replaced(Change $change, int $id, Subscription $before, Subscription $instead, string $from): void
    {
        $rise = $this->rises->find($id);
        $this->rises->close($id, 'replaced');
        if ($rise?->is_told === true) {
            $this->mails->replaced($change, $rise, $before, $instead, $from);
        }
    }
}
