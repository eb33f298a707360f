<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Begins to pay what is due on an invoice or on several at once, or goes on with the payment that is under way.
 *
 * First a row with its key, committed; then the gateway; then the answer. One row at most is under way
 * for an invoice (unique key), and all who click get that one. A payment that only waits for its payer makes room for one of
 * other bills or of another amount; one that may have taken money does not.
 */
final readonly class PayInvoice
{
    private const TRIES = 4;

    public function __construct(
        private Changes $changes,
        private IntendPayment $intend,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private GatewayRegistry $gateways,
        private StartPayment $start,
        private RefreshPayment $refresh,
        private StopPayment $stop,
        private AwaitStart $await,
        private GatewayLine $line,
        private Consent $consent,
    ) {
    }

    /** @throws DomainError 404, 409 when nothing is to be paid, 503 when cards can't be taken */
    public function handle(int $invoice_id, int $client_id, Actor $actor): PaymentView
    {
        return $this->chosen(Wanted::one($invoice_id), $client_id, $actor);
    }

    /** @throws DomainError as above, for any of the bills, and 400 for an amount that can't be; then nothing is begun */
    public function chosen(Wanted $wanted, int $client_id, Actor $actor): PaymentView
    {
        foreach ($wanted->invoice_ids as $id) {
            $this->invoices->get_for_client($id, $client_id);
        }
        $gateway = $this->gateways->current();
        $account = $gateway->account();
        for ($try = 0; $try < self::TRIES; $try++) {
            $payment = $this->under_way_of($wanted);
            if ($payment !== null && $payment->is_charge() && $payment->gateway_payment_id === null && ! $this->stop->stop($payment)->is_under_way) {
                // A charge that never got to the gateway: whoever pays now chooses what with.
                continue;
            }
            $view = match (true) {
                $payment === null => $this->begin($wanted, $client_id, $gateway, $account, $actor),
                $wanted->is($payment) => $this->go_on($payment, $gateway, $account),
                default => $this->make_room($wanted, $payment, $gateway, $account),
            };
            if ($view !== null) {
                return $view;
            }
        }
        throw DomainError::conflict('in_progress', __('A payment for this invoice is already processing. Please check again in a minute.', 'counterfoil'));
    }

    private function under_way_of(Wanted $wanted): ?Payment
    {
        foreach ($wanted->invoice_ids as $id) {
            $payment = $this->payments->under_way_of($id);
            if ($payment !== null) {
                return $payment;
            }
        }

        return null;
    }

    /** @return PaymentView|null null when somebody else was first */
    private function begin(Wanted $wanted, int $client_id, TakesPayments $gateway, string $account, Actor $actor): ?PaymentView
    {
        if ($this->line->rests($gateway->name())) {
            // It would not be asked, and whoever pays would be told to wait for something that was never begun.
            throw DomainError::unavailable('payments_unavailable', FailureReason::NotAnswering->words());
        }
        try {
            $payment = $this->changes->run($actor, fn (Change $change): Payment => $this->intend->handle($change, $wanted, $client_id, $gateway, $account, consent: $gateway instanceof KeepsMethods ? $this->consent->to_pay($wanted->invoice_ids) : null));
        } catch (UniqueViolation) {
            return null;
        }

        return $this->checked($this->start->handle($payment, $gateway));
    }

    /** @return PaymentView|null null when it has come to an end and another may be begun */
    private function go_on(Payment $payment, TakesPayments $gateway, string $account): ?PaymentView
    {
        $this->check_account($payment, $gateway, $account);
        $view = $this->refresh->refresh($payment);
        if ($view->payment->gateway_payment_id === null && $view->payment->is_under_way) {
            $view = $this->await->handle($view);
        }
        $payment = $view->payment;
        if (! $payment->is_under_way) {
            return $payment->state === PaymentState::Succeeded ? $view : null;
        }
        if ($this->keeps_instead($payment, $view) && ! $this->stop->stop($payment)->is_under_way) {
            return null;
        }

        return $this->checked($view);
    }

    /** A charge that the client completes: what they pay with now is kept, as they read before they pay; the gateway has to know that from the start. */
    private function keeps_instead(Payment $payment, PaymentView $view): bool
    {
        return $payment->is_charge() && ! $payment->keeps_method() && $view->answer !== null && $payment->state->waits_for_payer()
            && $this->consent->to_pay(array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations)) !== null;
    }

    /**
     * Something else is under way for one of these bills.
     *
     * @return PaymentView|null null when it has come to an end and another may be begun
     * @throws DomainError 409 when it may have taken money
     */
    private function make_room(Wanted $wanted, Payment $payment, TakesPayments $gateway, string $account): ?PaymentView
    {
        $this->check_account($payment, $gateway, $account);
        $view = $this->refresh->refresh($payment);
        if (! $view->payment->is_under_way) {
            return null;
        }
        if ($view->answer !== null && $view->payment->state->waits_for_payer() && ! $this->stop->stop($view->payment)->is_under_way) {
            return null;
        }
        if ($wanted->amount === null && $wanted->is_within($view->payment)) {
            return $this->checked($view);
        }
        $number = $this->invoices->get($wanted->shared_with($view->payment), Viewer::system())->number;
        /* translators: %s: invoice number */
        throw DomainError::conflict('in_progress', sprintf(__('A payment for %s is already processing. Please check again in a minute.', 'counterfoil'), $number));
    }

    /** @throws DomainError 409 */
    private function check_account(Payment $payment, TakesPayments $gateway, string $account): void
    {
        if ($payment->mode !== $gateway->mode() || $payment->account !== $account) {
            throw DomainError::conflict(GatewayRegistry::OTHER_ACCOUNT, __('An earlier payment for this invoice was started with different settings and isn’t complete. Please contact us.', 'counterfoil'));
        }
    }

    /**
     * While the gateway was asked, the invoice may have been paid in another way or declared void: then nobody is given
     * what it takes to pay.
     *
     * @return PaymentView|null null when another may be begun
     */
    private function checked(PaymentView $view): ?PaymentView
    {
        $payment = $view->payment;
        if ($view->answer !== null && $payment->is_under_way && $payment->state->waits_for_payer() && ! $this->stop->fits($payment)) {
            $stopped = $this->stop->stop($payment);

            return $stopped->is_under_way || $stopped->state === PaymentState::Succeeded ? new PaymentView($stopped, null) : null;
        }

        return $payment->state === PaymentState::Cancelled ? null : $this->started($view);
    }

    private function started(PaymentView $view): PaymentView
    {
        if ($view->payment->failure_code === FailureReason::NotStarted->value && ! $view->payment->is_under_way) {
            throw DomainError::unavailable('payments_unavailable', FailureReason::NotStarted->words());
        }

        return $view;
    }
}
