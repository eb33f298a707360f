<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Gateway\ChargesOffSession;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Online\FitsBills;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Asks a gateway to take the money of a charge, one process at a time. Nobody has to be there for it, so that nothing may
 * be tried anew that may have been done: whoever comes after a process that died looks for the payment first.
 */
final readonly class AskToCharge
{
    /** Reason of a GatewayError: it failed to answer long ago, and has no such payment. */
    public const NOT_THERE = 'not_there';

    /** Reason of a GatewayError: it was paid in another way meanwhile. */
    public const NOT_DUE = 'not_due';

    /** A claim that is younger than this outlasts a call that is begun now: see ClaimCharge. */
    private const STILL_CLAIMED = '-20 seconds';

    /** After that long a call that was never answered has come to an end at the gateway too. */
    private const SETTLED_AFTER = '-5 minutes';

    public function __construct(private Clock $clock, private ClaimCharge $claim, private KeptMethodRepository $methods, private FitsBills $fits)
    {
    }

    /** @throws GatewayError Busy while another process is asking, Refused when there is nothing to charge */
    public function handle(Payment $payment, TakesPayments $gateway, string $description): GatewayPayment
    {
        [$gateway, $method] = $this->with($payment, $gateway);
        $found = $this->look($payment, $gateway, $method);
        if ($found !== null) {
            return $found;
        }
        // Its key may answer with the gateway's error for ever. Where no answer was ever noted its process died, perhaps before it asked: the key is good.
        if ($payment->state === PaymentState::Unknown && $payment->asked_at !== null && $payment->asked_at < $this->clock->now()->modify(self::SETTLED_AFTER)) {
            throw new GatewayError(GatewayErrorKind::Refused, 'It was asked before and has no such payment.', self::NOT_THERE);
        }

        return $this->charge($payment, $gateway, $method, $description);
    }

    /**
     * For one that this process has claimed as it wrote it down, and that nobody was asked for yet.
     *
     * @param array<int, KeptMethod> $methods those that were just read, by id
     * @param array<int, Invoice> $bills the same of invoices
     * @throws GatewayError as handle()
     */
    public function first(Payment $payment, TakesPayments $gateway, string $description, array $methods, array $bills): GatewayPayment
    {
        // So long ago that another one may claim it soon.
        if ($payment->asked_at === null || $payment->asked_at < $this->clock->now()->modify(self::STILL_CLAIMED)) {
            return $this->handle($payment, $gateway, $description);
        }
        [$gateway, $method] = $this->with($payment, $gateway, $methods);

        return $this->charge($payment, $gateway, $method, $description, $bills);
    }

    /**
     * For those of them that it asks for later.
     *
     * @param list<Payment> $payments
     */
    public function leave(array $payments): void
    {
        $payments === [] || $this->claim->give_back($payments);
    }

    /**
     * @param array<int, KeptMethod> $methods
     * @return array{ChargesOffSession, KeptMethod}
     * @throws GatewayError
     */
    private function with(Payment $payment, TakesPayments $gateway, array $methods = []): array
    {
        $method = $methods[(int) $payment->method_id] ?? $this->methods->find((int) $payment->method_id, Viewer::system());
        if ($method === null || ! $gateway instanceof ChargesOffSession) {
            throw new GatewayError(GatewayErrorKind::Refused, 'It has no such payment method.', KeepsMethods::METHOD_GONE);
        }

        return [$gateway, $method];
    }

    /**
     * @param array<int, Invoice> $bills
     * @throws GatewayError
     */
    private function charge(Payment $payment, ChargesOffSession $gateway, KeptMethod $method, string $description, array $bills = []): GatewayPayment
    {
        if ($method->is_removed()) {
            throw new GatewayError(GatewayErrorKind::Refused, 'The payment method was removed.', KeepsMethods::METHOD_GONE);
        }
        if (! $this->fits->handle($payment, $bills)) {
            throw new GatewayError(GatewayErrorKind::Refused, 'Its invoice does not ask for it any more.', self::NOT_DUE);
        }

        return $gateway->charge($payment, $method->customer, $method->gateway_method_id, $description);
    }

    /**
     * Takes the payment for this process, and looks for it where the gateway may have it.
     *
     * @return GatewayPayment|null null when the gateway has no such payment, and nobody is asking for it
     * @throws GatewayError
     */
    public function look(Payment $payment, TakesPayments $gateway, ?KeptMethod $method = null): ?GatewayPayment
    {
        $method ??= $this->methods->find((int) $payment->method_id, Viewer::system());
        if (! $this->claim->handle($payment)) {
            throw new GatewayError(GatewayErrorKind::Busy, 'Another process is asking.', 'not_asked');
        }

        return $payment->asked_at === null || $method === null ? null : $gateway->find($payment, $method->customer);
    }
}
