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
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\SubscriptionRepository;

/**
 * Raises the prices of many subscriptions, from each one's first period on that begins on a day or later; each client is told some days
 * before. Of those that were chosen all or none, of a plan those that can be. Until its period begins, a rise is a planned change and can be withdrawn.
 */
final readonly class RaisePrices
{
    /** Of a plan, at once: those that are left can be raised in another go. */
    private const MOST = 500;

    /** Of those that are not raised, so many are named. */
    private const MOST_LEFT_OUT = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private OfPlan $of_plan,
        private PriceRiseRepository $rises,
        private ChangeSubscription $change,
        private RenewalSettings $settings,
        private Closure $calendar,
    ) {
    }

    /**
     * What it would be; changes nothing. Those that were chosen can all be raised; of a plan, those that can.
     *
     * @throws DomainError 400 naming those that can't be raised, 404
     */
    public function preview(PriceRiseTerms $terms, Viewer $viewer): RisePlan
    {
        return $terms->plan_id === null ? new RisePlan($this->chosen($terms, $viewer)) : $this->of_plan($terms, $terms->plan_id, $viewer);
    }

    /**
     * @return int the announcement's id
     * @throws DomainError as the preview, 409 when one of them changed meanwhile, or a plan has none
     */
    public function handle(PriceRiseTerms $terms, Viewer $viewer): int
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($terms, $viewer): int {
            $plan = $this->preview($terms, $viewer);
            if ($plan->rises === []) {
                throw DomainError::conflict('nothing_to_raise', __('None of this plan’s subscriptions can be raised from that day on.', 'counterfoil'));
            }
            $id = $this->rises->announce($terms);
            foreach ($plan->rises as $rise) {
                $this->raise($change, $id, $rise, $terms);
            }

            return $id;
        });
    }

    /** @return list<PriceRise> in the order they were chosen */
    private function chosen(PriceRiseTerms $terms, Viewer $viewer): array
    {
        $found = $this->subscriptions->by_ids($terms->subscription_ids, $viewer);
        $rises = [];
        $fields = [];
        foreach ($terms->subscription_ids as $i => $id) {
            $rise = PriceRise::of($found[$id] ?? throw DomainError::not_found(), $terms->increase, null, $terms->from);
            $why = $rise->refusal($terms->increase);
            if ($why !== '') {
                $fields["/subscriptions/{$i}"] = sprintf($why, $rise->subscription->name());
            }
            $rises[] = $rise;
        }

        return $fields === [] ? $rises : throw DomainError::invalid_fields($fields);
    }

    private function of_plan(PriceRiseTerms $terms, int $plan_id, Viewer $viewer): RisePlan
    {
        $free = $this->of_plan->free($plan_id, $viewer, self::MOST + 1);
        $rises = [];
        $left_out = [];
        foreach ($this->subscriptions->by_ids([...array_slice($free, 0, self::MOST), ...$this->of_plan->others($plan_id, $viewer, self::MOST_LEFT_OUT)], $viewer) as $subscription) {
            $rise = PriceRise::of($subscription, $terms->increase, $plan_id, $terms->from);
            $why = $rise->refusal($terms->increase);
            if ($why === '') {
                $rises[] = $rise;
            } else {
                $left_out[] = [$rise, sprintf($why, $subscription->name())];
            }
        }

        return new RisePlan($rises, $left_out, count($free) > self::MOST);
    }

    private function raise(Change $change, int $announcement_id, PriceRise $rise, PriceRiseTerms $terms): void
    {
        $subscription = $rise->subscription;
        if ($this->subscriptions->lock($subscription->id, Viewer::system())->version !== $subscription->version) {
            throw self::changed();
        }
        $first_on = (string) $rise->first_on;
        // Not after the bill at the new price.
        $mail_on = Calendar::add_days($first_on, -max($terms->notice_days, $this->settings->get()->lead_days));
        $id = $this->rises->insert($announcement_id, $subscription->id, $first_on, $mail_on, $rise->amounts(), $terms->message);
        $planned = new PlannedChange($first_on, $this->subscriptions->add_items($subscription->id, $rise->items), $rise->items, $subscription->interval, $id);
        if (! $this->subscriptions->save($subscription->with(['planned' => $planned]))) {
            throw self::changed();
        }
        $this->change->plan_it($change, $subscription, $planned);
        // As soon as the day begins where the business is.
        $change->job(TellRise::JOB, $id, ($this->calendar)()->begin_of($mail_on));
    }

    private static function changed(): DomainError
    {
        return DomainError::conflict('subscription_changed', __('One of these subscriptions changed since you opened it. Reload the page and try again.', 'counterfoil'));
    }
}
