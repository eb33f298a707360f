<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;

/** A subscription ends before periods that were billed ahead begin: what nothing was paid of is asked for no more. */
final readonly class CallOffUnbegun
{
    /** Bills of one subscription that are looked at: no more are made ahead, a day each. */
    private const MOST = 64;

    /** @param Closure(): AgreedCoupons $coupons */
    public function __construct(
        private RenewalRepository $renewals,
        private InvoiceRepository $invoices,
        private UnderWayQuery $under_way,
        private UnusedDays $unused,
        private CreditUnused $credit,
        private Closure $coupons,
    ) {
    }

    /** @param string $day on which it ended, "2026-03-31" */
    public function handle(Change $change, Subscription $subscription, string $day): void
    {
        foreach ($this->renewals->of_subscription($subscription->id, self::MOST) as $renewal) {
            $is_to_be_made = $renewal->state === RenewalState::Claimed && $renewal->invoice_id === null && $renewal->from > $day;
            if ($is_to_be_made && $renewal->subscription_ids() === [$subscription->id] && $this->renewals->move($renewal, RenewalState::CalledOff)) {
                ($this->coupons)()->called_off($change, $renewal);
            }
        }
        $unused = array_values(array_filter($this->unused->ahead($subscription->id, $day), $this->is_unpaid(...)));
        if ($unused !== []) {
            $this->credit->handle($change, $subscription, ChangeKind::Canceled, $day, Surplus::Keep, $unused, []);
        }
    }

    /** Nothing of its bill was paid, and no money for it is on its way. */
    private function is_unpaid(Unused $unused): bool
    {
        $invoice = $unused->of->invoice_id === null ? null : $this->invoices->find($unused->of->invoice_id, Viewer::system());

        return $invoice?->settlement === Settlement::Unpaid && $this->under_way->on_their_way([$invoice->id]) === [];
    }
}
