<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Payments\Gateway\GatewayPayment;

/** A payment, and what its gateway has just said about it. */
final readonly class PaymentView
{
    public function __construct(
        public Payment $payment,
        /** Null when the gateway was not asked, because nothing can change any more, or did not answer */
        public ?GatewayPayment $answer,
        public bool $is_unanswered = false,
    ) {
    }

    /** The gateway did not answer: what is known is what is written here. */
    public static function unanswered(Payment $payment): self
    {
        return new self($payment, null, true);
    }
}
