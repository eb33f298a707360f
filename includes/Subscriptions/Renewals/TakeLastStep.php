<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Clients\SuspendClient;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\EndSubscription;
use Counterfoil\Subscriptions\Changes\PauseSubscription;
use Counterfoil\Subscriptions\Settings\LastStep;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionMails;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** A bill stays unpaid after the last try: what the agency has chosen for that happens to its subscriptions, and the agency is told. */
final readonly class TakeLastStep
{
    /**
     * @param Closure(): ClaimBehind $behind
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private RenewalRepository $renewals,
        private SubscriptionRepository $subscriptions,
        private RenewalSettings $settings,
        private PauseSubscription $pause,
        private EndSubscription $end,
        private SuspendClient $suspend,
        private SubscriptionMails $mails,
        private Closure $behind,
        private Closure $calendar,
    ) {
    }

    public function handle(Change $change, Renewal $renewal): void
    {
        if (! $this->renewals->move($renewal, RenewalState::GivenUp)) {
            return;
        }
        $step = $this->settings->get()->last_step;
        if ($step === LastStep::Pause || $step === LastStep::Cancel) {
            ($this->behind)()->of_client($renewal->client_id);
        }
        $is_taken = $step === LastStep::Suspend || $step === LastStep::Keep;
        foreach ($renewal->subscription_ids() as $id) {
            $subscription = $this->subscriptions->lock($id, Viewer::system());
            $after = $subscription->status === SubscriptionStatus::Active ? $this->take($change, $subscription, $step) : null;
            if ($after !== null) {
                $this->subscriptions->save($after);
                $is_taken = true;
            }
        }
        // What is on hold, or has ended meanwhile, was left as it was.
        $step = $is_taken ? $step : null;
        if ($step === LastStep::Suspend && $this->suspend->in($change, $renewal->client_id)) {
            $this->mails->suspended($change, $renewal);
        }
        $change->event('subscription.unpaid', $renewal->subjects(), $renewal->client_id, ['step' => (string) $step?->value]);
        $this->mails->unpaid($change, $renewal, $step);
        /**
         * Fires once the last try to charge a subscription's bill failed, or the bill stayed unpaid for too long.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('subscription_unpaid', (int) $renewal->invoice_id);
    }

    private function take(Change $change, Subscription $subscription, LastStep $step): ?Subscription
    {
        return match ($step) {
            LastStep::Keep, LastStep::Suspend => null,
            // On hold nothing is billed either, and what is behind was before a pause.
            LastStep::Pause => $subscription->is_held ? null : $this->pause->in($change, $subscription, null),
            LastStep::Cancel => $this->end->on($change, $subscription, ($this->calendar)()->today()),
        };
    }
}
