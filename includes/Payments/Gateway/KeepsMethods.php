<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Payment;

/** A gateway that keeps a client's methods. Which of them is the default is said here, not there. */
interface KeepsMethods extends TakesPayments
{
    /** Reason of a GatewayError: it has no such method, or not for this client. */
    public const METHOD_GONE = 'method_gone';

    /** Begins a payment as start() does; its method is kept to be charged again, and only those are offered that can be. */
    public function start_and_keep(Payment $payment, string $customer, string $description): GatewayPayment;

    /**
     * Begins to keep a method without taking money.
     *
     * @param string $key the same key twice is one effect
     */
    public function begin_to_keep(string $customer, string $key): GatewayKeeping;

    public function keeping(string $id): GatewayKeeping;

    /** What the client's browser needs to complete it. */
    public function keeping_form(GatewayKeeping $keeping, string $return_url, string $locale): BrowserForm;

    /** @return list<GatewayMethod> those of a customer that can be charged again */
    public function methods_of(string $customer): array;

    /** @throws GatewayError Missing when it has no such method */
    public function method(string $id): GatewayMethod;

    /** Takes it out there: no money can be taken with it any more. Fine when it was out already. */
    public function detach(string $id): void;

    /** @throws GatewayError Missing */
    public function mandate(string $id): GatewayMandate;

    /** Whether it still has this customer. */
    public function has_customer(string $customer): bool;
}
