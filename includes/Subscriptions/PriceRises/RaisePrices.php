<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangeSubscription;
use Counterfoil\Subscriptions\PlannedChange;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;
use DateTimeImmutable;
use DateTimeZone;

/**
 * Raises the prices of many subscriptions, from each one's first period on that begins on a day or later; each client is told some days
 * before. All of them or none. Until its period begins, a rise is a planned change and can be withdrawn.
 */
final readonly class RaisePrices
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private PriceRiseRepository $rises,
        private ChangeSubscription $change,
        private Closure $calendar,
    ) {
    }

    /**
     * What it would be; changes nothing.
     *
     * @return list<PriceRise> in the order they were chosen
     * @throws DomainError 400 naming those that can't be raised, 404
     */
    public function preview(PriceRiseTerms $terms, Viewer $viewer): array
    {
        $found = $this->subscriptions->by_ids($terms->subscription_ids, $viewer);
        $rises = [];
        $fields = [];
        foreach ($terms->subscription_ids as $i => $id) {
            $subscription = $found[$id] ?? throw DomainError::not_found();
            $rise = PriceRise::of($subscription, $terms->percent, $terms->from);
            $why = match (true) {
                $subscription->status === SubscriptionStatus::Ended, $rise->first_on === null => __('%s isn’t billed again from that day on. Leave it out.', 'counterfoil'),
                $subscription->status === SubscriptionStatus::Paused => __('%s is paused. Leave it out, and change its price when it resumes.', 'counterfoil'),
                $subscription->is_held => __('%s is on hold. Decide first what is billed of it, or leave it out.', 'counterfoil'),
                $subscription->planned !== null => __('A change is planned for %s already. Withdraw it first, or leave it out.', 'counterfoil'),
                default => '',
            };
            if ($why !== '') {
                $fields["/subscriptions/{$i}"] = sprintf($why, $subscription->name());
            }
            $rises[] = $rise;
        }

        return $fields === [] ? $rises : throw DomainError::invalid_fields($fields);
    }

    /**
     * @return list<PriceRise>
     * @throws DomainError as the preview, 409 when one of them changed meanwhile
     */
    public function handle(PriceRiseTerms $terms, Viewer $viewer): array
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($terms, $viewer): array {
            $rises = $this->preview($terms, $viewer);
            foreach ($rises as $rise) {
                $this->raise($change, $rise, $terms);
            }

            return $rises;
        });
    }

    private function raise(Change $change, PriceRise $rise, PriceRiseTerms $terms): void
    {
        $subscription = $rise->subscription;
        $first_on = (string) $rise->first_on;
        $mail_on = Calendar::add_days($first_on, -$terms->notice_days);
        $id = $this->rises->insert($subscription->id, $first_on, $mail_on, $rise->amounts(), $terms->message);
        $planned = new PlannedChange($first_on, $this->subscriptions->add_items($subscription->id, $rise->items), $rise->items, $subscription->interval, $id);
        if (! $this->subscriptions->save($subscription->with(['planned' => $planned]))) {
            throw DomainError::conflict('subscription_changed', __('One of these subscriptions changed since you opened it. Reload the page and try again.', 'counterfoil'));
        }
        $this->change->plan_it($change, $subscription, $planned);
        // As soon as the day begins where the business is.
        $change->job(TellRise::JOB, $id, (new DateTimeImmutable("{$mail_on} 00:00", ($this->calendar)()->zone))->setTimezone(new DateTimeZone('UTC')));
    }
}
