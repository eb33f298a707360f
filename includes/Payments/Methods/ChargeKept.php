<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\ChargesOffSession;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Online\IntendPayment;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Online\StartPayment;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Charges a kept method with all that is due on an invoice, without the client being there.
 *
 * First a row with its key, committed; then the gateway; then the answer. May be killed anywhere and run again with the same
 * key: it is the same charge. What only waits for its payer makes room first; what may have taken money does not.
 */
final readonly class ChargeKept
{
    private const TRIES = 4;

    public function __construct(
        private Changes $changes,
        private IntendPayment $intend,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private KeptMethodRepository $methods,
        private GatewayRegistry $gateways,
        private GatewayLine $line,
        private StartPayment $start,
        private RefreshPayment $refresh,
        private StopPayment $stop,
        private DisputeRepository $disputes,
    ) {
    }

    /**
     * @param int|null $method_id of the invoice's client; null for their default
     * @param string $key of this one try: the same key twice is one charge, whatever became of it
     * @return Payment as it is now: succeeded, failed (NeedsClient: payable on the pay page), in processing, or not known yet
     *     (intended, unknown: it is settled by asking, and FollowsCharges hears of it)
     * @throws DomainError 404 for a method of another client; 409: "no_method" when there is none to charge, "method_gone", "in_progress"
     *     while another payment may take money, "disputed" when a dispute took what had paid the invoice, "key_used" for a key of another
     *     invoice, when nothing is due, when the amount can't be charged; 503 when the gateway is not set up or has just not answered:
     *     nothing was begun then
     */
    public function handle(int $invoice_id, ?int $method_id, string $key): Payment
    {
        $key = self::key($key);
        for ($try = 0; $try < self::TRIES; $try++) {
            $known = $this->payments->find_by_key($key);
            if ($known !== null) {
                return $this->go_on($known, $invoice_id);
            }
            $under_way = $this->payments->under_way_of($invoice_id);
            if ($under_way !== null) {
                $this->make_room($under_way, $invoice_id);

                continue;
            }
            $payment = $this->begin($invoice_id, $method_id, $key);
            if ($payment !== null) {
                return $payment;
            }
        }
        throw $this->in_progress($invoice_id);
    }

    /** As a payment has it. */
    public static function key(string $key): string
    {
        return hash('sha256', "charge:{$key}");
    }

    private function go_on(Payment $payment, int $invoice_id): Payment
    {
        if (! in_array($invoice_id, array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations), true)) {
            throw DomainError::conflict('key_used', __('This key was used for another invoice.', 'counterfoil'));
        }

        return $this->refresh->refresh($payment)->payment;
    }

    /** @throws DomainError 409 when it may have taken money */
    private function make_room(Payment $payment, int $invoice_id): void
    {
        $view = $this->refresh->refresh($payment);
        $now = $view->payment;
        if ($now->is_under_way && $view->answer !== null && $now->state->waits_for_payer()) {
            $now = $this->stop->stop($now);
        }
        if ($now->is_under_way) {
            throw $this->in_progress($invoice_id);
        }
    }

    /** @return Payment|null null when somebody else was first */
    private function begin(int $invoice_id, ?int $method_id, string $key): ?Payment
    {
        $gateway = $this->gateways->current();
        $account = $gateway->account();
        $client_id = $this->invoices->get($invoice_id, Viewer::system())->client_id;
        $method = $method_id === null ? $this->methods->of_account($client_id, $gateway->name(), $gateway->mode(), $account)[0] ?? null : $this->methods->get($method_id, Viewer::system());
        if ($method !== null && $method->client_id !== $client_id) {
            throw DomainError::not_found();
        }
        if ($method?->is_removed() === true) {
            throw DomainError::conflict('method_gone', FailureReason::MethodGone->words());
        }
        if ($method === null || ! $gateway instanceof ChargesOffSession || [$method->gateway, $method->mode, $method->account] !== [$gateway->name(), $gateway->mode(), $account]) {
            throw DomainError::conflict('no_method', __('The client has no saved payment method that can be charged.', 'counterfoil'));
        }
        if ($this->disputes->took_money_of($invoice_id)) {
            throw DomainError::conflict('disputed', __('A payment for this invoice was disputed, so it can’t be charged automatically.', 'counterfoil'));
        }
        if ($this->line->rests($gateway->name())) {
            throw DomainError::unavailable('payments_unavailable', FailureReason::NotAnswering->words());
        }
        try {
            $payment = $this->changes->run(Actor::system(), function (Change $change) use ($invoice_id, $client_id, $gateway, $account, $method, $key): Payment {
                $this->methods->lock_to_charge([$client_id], [$method->id]);

                return $this->intend->handle($change, Wanted::one($invoice_id), $client_id, $gateway, $account, $method->id, $key);
            });
        } catch (UniqueViolation) {
            return null;
        }

        return $this->start->handle($payment, $gateway)->payment;
    }

    private function in_progress(int $invoice_id): DomainError
    {
        $number = $this->invoices->get($invoice_id, Viewer::system())->number;

        /* translators: %s: invoice number */
        return DomainError::conflict('in_progress', sprintf(__('A payment for %s is already processing. Please check again in a minute.', 'counterfoil'), $number));
    }
}
