<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\Starting\StartFromInvoice;

/** What a bill's money means for the subscriptions it is for; a bill with recurring lines that is paid starts them. */
final readonly class FollowBills implements FollowsInvoices
{
    /**
     * @param Closure(): StartFromInvoice $start
     * @param Closure(): LiftSuspension $lift
     * @param Closure(): AgreedCoupons $coupons
     */
    public function __construct(private RenewalRepository $renewals, private Closure $start, private Closure $lift, private Closure $coupons)
    {
    }

    public function became_paid(Change $change, Invoice $invoice): void
    {
        $renewal = $this->of($invoice);
        if ($renewal === null) {
            ($this->start)()->handle($change, $invoice);
        } elseif ($renewal->state !== RenewalState::Paid) {
            // Of a pro-forma its invoice is what is credited, returned and charged again from now on.
            $this->renewals->move($renewal, RenewalState::Paid, ['invoice_id' => $invoice->id, 'tries' => 0, 'failed_on' => null, 'try_on' => null, 'failure_code' => '']);
            ($this->lift)()->handle($change, $renewal, $invoice);
        }
    }

    public function became_due_again(Change $change, Invoice $invoice): void
    {
        $renewal = $this->of($invoice);
        if ($renewal !== null && $renewal->state === RenewalState::Paid) {
            $this->renewals->move($renewal, RenewalState::Billed);
        }
    }

    public function was_called_off(Change $change, Invoice $invoice): void
    {
        $renewal = $this->of($invoice);
        if ($renewal !== null && $renewal->state !== RenewalState::Paid) {
            $this->renewals->move($renewal, RenewalState::CalledOff);
            ($this->coupons)()->called_off($change, $renewal);
            ($this->lift)()->handle($change, $renewal, $invoice);
        }
    }

    /** A renewal that was billed by a pro-forma names that one until it is paid. Whoever gives it up at this moment waits, or has just done so. */
    private function of(Invoice $invoice): ?Renewal
    {
        return $this->renewals->lock_of_invoice($invoice->id) ?? ($invoice->pro_forma_id === null ? null : $this->renewals->lock_of_invoice($invoice->pro_forma_id));
    }
}
