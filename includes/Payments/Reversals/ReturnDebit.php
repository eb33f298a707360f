<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Closure;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Methods\FollowsCharges;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/**
 * A debit comes back after it had succeeded: gateways report it as a dispute, but there is nothing to answer and it is
 * lost at once. Its invoices are due again, the client hears why and can pay again, the agency hears of it. A payer has
 * eight weeks for it, and thirteen months without a mandate (SEPA Direct Debit Core Rulebook, EPC016-06, "Refunds").
 */
final readonly class ReturnDebit
{
    /** @param Closure(): FollowsCharges $follows */
    public function __construct(private Changes $changes, private ReverseMoney $reverse, private RefreshPayment $refresh, private PaymentMails $mails, private Closure $follows)
    {
    }

    /** Whether it is one of these. What was heard of as open before is a dispute like any other. */
    public static function is_return(Payment $payment, GatewayDispute $answer): bool
    {
        return $payment->can_be_returned && $answer->state === DisputeState::Lost && in_array($answer->currency, Currency::codes(), true);
    }

    /** The payment as the gateway has it, where that is not settled here. */
    public function up_to_date(Payment $payment): Payment
    {
        try {
            return $this->refresh->refresh($payment)->payment;
        } catch (DomainError) {
            return $payment;
        }
    }

    /** @param string $gateway_title Gateway::title(), for the timeline */
    public function handle(Payment $payment, GatewayDispute $answer, string $gateway_title): void
    {
        if ($payment->state !== PaymentState::Succeeded || $answer->currency !== $payment->amount->currency->code) {
            return;
        }
        $this->changes->run(Actor::gateway($gateway_title), function (Change $change) use ($payment, $answer): void {
            $reason = $answer->returned ?? ReturnReason::NotSaid;
            $amount = Money::of($answer->amount, $answer->currency);
            $settled = $this->reverse->reverse($change, $payment, $amount, "return:{$payment->gateway}:{$answer->id}", ReversalReason::Returned, $reason->value);
            if ($settled !== null) {
                ($this->follows)()->returned($change, $payment, $amount);
                $this->mails->returned($change, $payment, $amount, $reason, $settled);
            }
        });
    }
}
