<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundState;
use SensitiveParameter;

/** A refund as its gateway sees it. The amount is minor units as this plugin counts them. */
final readonly class GatewayRefund
{
    public function __construct(
        public string $id,
        public RefundState $state,
        public int $amount,
        public string $currency,
        /** Refund::token() that it was begun with; "" when it was made elsewhere (the gateway's own dashboard) */
        #[SensitiveParameter]
        public string $token,
        public string $failure,
        /** The gateway's id of the payment, or "" */
        public string $payment = '',
    ) {
    }
}
