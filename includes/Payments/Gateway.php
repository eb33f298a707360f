<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/**
 * Somebody who takes money: one account in one mode. None of these may be called in a transaction.
 *
 * All of them throw GatewayError. The same key twice is one effect at the gateway.
 */
interface Gateway
{
    /** "stripe" */
    public function name(): string;

    /** For people: "Stripe" */
    public function title(): string;

    /** "test" or "live" */
    public function mode(): string;

    /**
     * The account's id; asks the gateway the first time.
     *
     * @throws DomainError 503 when nothing is set up
     */
    public function account(): string;

    /** @throws DomainError 409 when this amount can't be taken: too small, too large, too fine */
    public function check_amount(Money $amount): void;

    /** @throws DomainError 409 when this amount can't be given back: too fine */
    public function check_refund(Money $amount): void;

    /** @return string the gateway's id of the new payer */
    public function create_customer(Client $client): string;

    /** Begins a payment that a browser confirms later. */
    public function start(Payment $payment, string $customer, string $description): GatewayPayment;

    /** What it knows of a payment that was begun with this token, when its id never arrived. */
    public function find(Payment $payment, string $customer): ?GatewayPayment;

    public function fetch(string $id): GatewayPayment;

    /** Ends a payment that has taken nothing. Refused when it has. */
    public function cancel(string $id): GatewayPayment;

    public function refund(Refund $refund, string $payment): GatewayRefund;

    /** @return list<GatewayRefund> every refund of a payment */
    public function refunds_of(string $payment): array;

    /**
     * What the payer's browser needs to confirm it.
     *
     * @return array<string, string>
     */
    public function for_browser(GatewayPayment $payment, string $return_url, string $locale): array;
}
