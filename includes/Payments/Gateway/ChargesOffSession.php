<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Payment;

/** A gateway that charges a kept method without the client being there. */
interface ChargesOffSession extends TakesPayments
{
    /**
     * Takes the money of a payment, under its key. A decline is an answer, not an error.
     *
     * @param string $customer as whom it knows the client
     * @param string $method its id of the method
     * @throws GatewayError Refused with the reason KeepsMethods::METHOD_GONE when it has no such method any more
     */
    public function charge(Payment $payment, string $customer, string $method, string $description): GatewayPayment;
}
