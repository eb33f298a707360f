<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Change\Change;

/** Who charges kept methods is told what became of a payment, in the change that wrote it down; and the client, where they don't. */
final readonly class ToldOfCharges
{
    /** @param Closure(): FollowsCharges $follows */
    public function __construct(private Closure $follows, private AllocateMoney $allocate, private PaymentMails $mails)
    {
    }

    /**
     * @param Payment $payment as it is now
     * @param PaymentState $before where it stood
     * @return bool whether it was about a charge, so that the client has been told
     */
    public function moved(Change $change, Payment $payment, PaymentState $before): bool
    {
        // The client's own tries on the pay page are no charges: they are there and see it.
        $is_by_client = $before === PaymentState::Failed || $before === PaymentState::RequiresAction;
        if (! $payment->is_charge() || ($payment->state === PaymentState::Failed && $is_by_client)) {
            return false;
        }
        match ($payment->state) {
            PaymentState::Succeeded => ($this->follows)()->came($change, $payment),
            PaymentState::Processing => ($this->follows)()->on_its_way($change, $payment),
            PaymentState::Failed => $this->failed($change, $payment),
            default => null,
        };

        return true;
    }

    /** @param Payment $payment as it is now: failed */
    public function failed(Change $change, Payment $payment): void
    {
        if (! $payment->is_charge()) {
            return;
        }
        $reason = FailureReason::of($payment->failure_code);
        if ($reason->may_be_gone() && $payment->method_id !== null) {
            $change->job(LookForMethod::JOB, $payment->method_id);
        }
        $tells = $reason === FailureReason::NeedsClient
            ? ($this->follows)()->needs_client($change, $payment)
            : ($this->follows)()->failed($change, $payment, $reason);
        if (! $tells) {
            $this->mails->failed($change, $payment, $this->allocate->invoices_of($payment));
        }
    }
}
