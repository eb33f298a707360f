<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Shared\Money\Money;

/** An offer that can be kept: a gateway is set up, and it takes this amount at once. */
final readonly class OfferedOnline implements OnlinePayment
{
    public function __construct(private GatewayRegistry $gateways)
    {
    }

    public function is_offered(Money $amount): bool
    {
        $set_up = $this->gateways->chosen();
        if ($set_up === null || ! $set_up->is_ready()) {
            return false;
        }
        $gateway = $set_up->in_mode($set_up->mode());

        return $gateway instanceof TakesPayments && $gateway->limits($amount->currency)?->allow($amount) === true;
    }
}
