<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Money\Currency;

/** A gateway at which a payer confirms a payment in their browser. */
interface TakesPayments extends Gateway
{
    /** What it takes in a currency; null for one it does not take. Asks nobody. */
    public function limits(Currency $currency): ?AmountLimits;

    /** @return string the gateway's id of the new payer */
    public function create_customer(Client $client): string;

    /** Begins a payment that a browser confirms later. */
    public function start(Payment $payment, string $customer, string $description): GatewayPayment;

    /** What it knows of a payment that was begun with this token, when its id never arrived. */
    public function find(Payment $payment, string $customer): ?GatewayPayment;

    public function fetch(string $id): GatewayPayment;

    /** Ends a payment that has taken nothing. Refused when it has. */
    public function cancel(string $id): GatewayPayment;

    /** What the payer's browser needs to confirm it. */
    public function form(GatewayPayment $payment, string $return_url, string $locale): BrowserForm;
}
