<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Methods\FollowsCharges;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\SubscriptionMails;

/**
 * What follows from charges of renewals: the next try some days later, where the reason may pass; the last step where none is
 * left; a try at once with another method. Each in the change that wrote down what became of the charge.
 */
final readonly class FollowTries implements FollowsCharges
{
    /** Charges of a bill that never reached its gateway; from then on one counts as a try that failed. */
    private const MOST_UNREACHED = 3;

    /**
     * @param Closure(int): int $returns how many payments of an invoice were taken back after they had come
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private RenewalRepository $renewals,
        private RenewalSettings $settings,
        private SubscriptionMails $mails,
        private TakeLastStep $last_step,
        private FollowMethods $methods,
        private UnderWayQuery $under_way,
        private Closure $returns,
        private Closure $calendar,
    ) {
    }

    public function came(Change $change, Payment $payment): void
    {
        // Its bill became paid: FollowBills.
    }

    public function failed(Change $change, Payment $payment, FailureReason $reason): bool
    {
        return $this->count($change, $payment, $reason);
    }

    public function needs_client(Change $change, Payment $payment): bool
    {
        return $this->count($change, $payment, FailureReason::NeedsClient);
    }

    public function on_its_way(Change $change, Payment $payment): void
    {
        // No next try while it is: one payment under way per invoice.
    }

    public function returned(Change $change, Payment $payment, Money $amount): void
    {
        foreach ($this->of($payment) as $renewal) {
            if ($renewal->state === RenewalState::Billed) {
                // The bank told the client; ours tells that it is due again. Dunning begins with the first day of tries, but not for ever:
                // each return costs the agency a fee, and an account may never have the money when the bank asks for it.
                $is_last = ($this->returns)((int) $renewal->invoice_id) > count($this->settings->get()->retry_days);
                $this->next($change, $renewal, FailureReason::DebitFailed, $is_last);
            }
        }
    }

    public function method_kept(Change $change, KeptMethod $method): void
    {
        $day_before = ($this->calendar)()->begin_of(Calendar::add_days(($this->calendar)()->today(), -1));
        $this->charge_instead($change, $method, ! $this->under_way->keeps_method_of($method->client_id, $day_before));
    }

    public function method_updated(Change $change, KeptMethod $method): void
    {
        foreach ($this->unpaid($method) as $renewal) {
            if ($renewal->is_charged_to($method)) {
                $this->try_now($change, $renewal);
            }
        }
    }

    public function default_chosen(Change $change, KeptMethod $method): void
    {
        $this->charge_instead($change, $method, true);
        $this->methods->follow_default($method);
    }

    public function method_replaced(Change $change, KeptMethod $before, KeptMethod $method): void
    {
        $this->methods->replaced($change, $before, $method);
    }

    public function method_agreed(Change $change, KeptMethod $method, Payment $payment): void
    {
        $this->methods->agreed($change, $method, $payment);
    }

    public function method_removed(Change $change, KeptMethod $method): void
    {
        // The client's default is tried instead, or the client pays by the mail's button.
        $failed = array_filter($this->unpaid($method), static fn (Renewal $renewal): bool => $renewal->tries > 0 && $renewal->method_id === $method->id);
        $this->methods->follow_default($method);
        foreach ($failed as $renewal) {
            $this->try_now($change, $renewal);
        }
    }

    /** @return bool whether the client is told here */
    private function count(Change $change, Payment $payment, FailureReason $reason): bool
    {
        $is_told = false;
        foreach ($this->of($payment) as $renewal) {
            $is_unreached = $reason === FailureReason::NotReached && $renewal->charges - $renewal->tries < self::MOST_UNREACHED;
            if ($renewal->state === RenewalState::Billed && ($is_unreached || ($reason === FailureReason::MethodGone && $this->methods->is_replaced($payment)))) {
                // Nobody has said no: another one is begun at once, and nobody need hear of this one.
                $this->renewals->note($renewal->id, ['charges' => $renewal->charges + 1]);
                $change->job(ChargeRenewal::JOB, $renewal->id);
                $is_told = true;
            } elseif ($renewal->state === RenewalState::Billed) {
                $next = $this->next($change, $renewal, $reason);
                $this->mails->try_failed($change, $renewal, $payment, $reason, $next);
                $is_told = true;
            }
        }

        return $is_told;
    }

    /** @return string|null the day of the next try, "2026-03-31"; null where that was the last one */
    private function next(Change $change, Renewal $renewal, FailureReason $reason, bool $is_last = false): ?string
    {
        $calendar = ($this->calendar)();
        $failed_on = $renewal->failed_on ?? $calendar->today();
        $days = $this->settings->get()->retry_days[$renewal->tries] ?? null;
        $day = $days === null || $is_last || ! $reason->may_pass() ? null : max(Calendar::add_days($failed_on, $days), Calendar::add_days($calendar->today(), 1));
        $this->renewals->note($renewal->id, ['charges' => $renewal->charges + 1, 'tries' => $renewal->tries + 1, 'failed_on' => $failed_on, 'try_on' => $day, 'failure_code' => $reason->value]);
        $change->event('subscription.charge_failed', $renewal->subjects(), $renewal->client_id, ['failure_code' => $reason->value, 'next_on' => $day ?? '']);
        if ($day !== null) {
            $change->job(ChargeRenewal::JOB, $renewal->id, ChargeRenewal::time_of($calendar, $day));
        } elseif (! $reason->may_be_gone()) {
            // Without a method it is paid by the mail's button, and given up after its grace; or there is another one, which is tried once this one is out.
            $this->last_step->handle($change, $renewal);
        }

        return $day;
    }

    /**
     * Bills that failed to be charged are tried with the new method at once, and so are those that nothing could be charged for.
     *
     * @param bool $is_for_all also for what was charged to another method, which is not asked again: a card that pays one bill is for what that one is for
     */
    private function charge_instead(Change $change, KeptMethod $method, bool $is_for_all): void
    {
        foreach ($this->unpaid($method) as $renewal) {
            $is_other = ! $renewal->is_charged_to($method);
            $has_failed = $renewal->tries > 0 && $is_other;
            if ($has_failed && $is_for_all) {
                $this->methods->instead($change, $renewal, $method);
            } elseif ($is_other && $is_for_all && $this->under_way->is_waited_for((int) $renewal->invoice_id)) {
                // A debit that is on its way may yet fail.
                $this->renewals->note($renewal->id, ['method_id' => $method->id]);
            }
            if (! $has_failed || $is_for_all) {
                $this->try_now($change, $renewal);
            }
        }
    }

    /** @return list<Renewal> */
    private function unpaid(KeptMethod $method): array
    {
        return $this->renewals->of_client($method->client_id, [RenewalState::Billed, RenewalState::GivenUp]);
    }

    private function try_now(Change $change, Renewal $renewal): void
    {
        if ($renewal->state === RenewalState::GivenUp) {
            $this->renewals->move($renewal, RenewalState::Billed);
        }
        $this->renewals->note($renewal->id, ['try_on' => null]);
        $change->job(ChargeRenewal::JOB, $renewal->id);
    }

    /** @return list<Renewal> whose bills a payment is for */
    private function of(Payment $payment): array
    {
        return array_values(array_filter(array_map(fn (Allocation $allocation): ?Renewal => $this->renewals->of_invoice($allocation->invoice_id), $payment->allocations)));
    }
}
