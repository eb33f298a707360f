<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Drafts\DeleteDraft;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** A subscription ends before periods that were billed ahead begin: what nothing was paid of is asked for no more. */
final readonly class CallOffUnbegun
{
    /** Bills of one subscription that are looked at: no more are made ahead, a day each. */
    private const MOST = 64;

    /** @param Closure(): AgreedCoupons $coupons */
    public function __construct(
        private RenewalRepository $renewals,
        private PeriodRepository $periods,
        private SubscriptionRepository $subscriptions,
        private InvoiceRepository $invoices,
        private UnderWayQuery $under_way,
        private UnusedDays $unused,
        private CreditUnused $credit,
        private DeleteDraft $delete,
        private Closure $coupons,
    ) {
    }

    /** @param string $day on which it ended, "2026-03-31" */
    public function handle(Change $change, Subscription $subscription, string $day): void
    {
        $is_ahead = static fn (ClaimedPeriod $claimed): bool => $claimed->subscription_id === $subscription->id && $claimed->period->from > $day;
        foreach ($this->renewals->of_subscription($subscription->id, self::MOST) as $renewal) {
            if (array_filter($renewal->periods, $is_ahead) === []) {
                continue;
            }
            if ($renewal->state === RenewalState::Claimed) {
                $this->take_off($change, $renewal->id, $is_ahead);
            } elseif ($renewal->state === RenewalState::Billed && $renewal->invoice_id !== null && $this->invoices->find($renewal->invoice_id, Viewer::system())?->is_pro_forma() === true) {
                $change->job(WithdrawUnbegun::JOB, $renewal->id);
            }
        }
        $unused = array_values(array_filter($this->unused->ahead($subscription->id, $day), $this->is_unpaid(...)));
        if ($unused !== []) {
            $this->credit->handle($change, $subscription, ChangeKind::Canceled, $day, Surplus::Keep, $unused, []);
        }
    }

    /**
     * From a bill that is still to be made. What else is on it comes on another one: whoever makes the first one at this moment finds it called off.
     *
     * @param Closure(ClaimedPeriod): bool $is_ahead
     */
    private function take_off(Change $change, int $renewal_id, Closure $is_ahead): void
    {
        $renewal = $this->renewals->lock($renewal_id);
        $rest = array_values(array_filter($renewal->periods ?? [], static fn (ClaimedPeriod $claimed): bool => ! $is_ahead($claimed)));
        $draft = $renewal?->invoice_id === null ? null : $this->invoices->find($renewal->invoice_id, Viewer::system());
        // A draft that people have changed is theirs.
        $is_ours = $renewal?->invoice_id === null || ($draft?->is_draft() === true && $draft->version === 1);
        // What is billed in the stead of credited days is paid by their credit.
        if ($renewal?->state !== RenewalState::Claimed || ! $is_ours || ($rest !== [] && $renewal->is_instead)) {
            return;
        }
        if ($draft !== null) {
            $this->delete->handle($draft->id, $change->actor);
        }
        $this->renewals->move($renewal, RenewalState::CalledOff);
        ($this->coupons)()->called_off($change, array_values(array_filter($renewal->periods, $is_ahead)));
        $claims = $this->subscriptions->as_claimed($rest);
        if ($claims !== []) {
            $instead = $this->renewals->insert($renewal->client_id, $claims[0][1]->period->from, $renewal->method_id);
            $this->periods->claim_again($claims, $renewal->id, $instead);
            $change->job(BillRenewal::JOB, $instead);
        }
    }

    /** Nothing of its bill was paid, and no money for it is on its way. */
    private function is_unpaid(Unused $unused): bool
    {
        $invoice = $unused->of->invoice_id === null ? null : $this->invoices->find($unused->of->invoice_id, Viewer::system());

        return $invoice?->settlement === Settlement::Unpaid && $this->under_way->on_their_way([$invoice->id]) === [];
    }
}
