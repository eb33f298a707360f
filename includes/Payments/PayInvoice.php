<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Begins to pay what is due on an invoice, or goes on with the payment that is under way.
 *
 * First a row with its key, committed; then the gateway; then the answer. One row at most is under way
 * for an invoice (unique key), and all who click get that one.
 */
final readonly class PayInvoice
{
    private const TRIES = 4;

    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private GatewayRegistry $gateways,
        private StartPayment $start,
        private RefreshPayment $refresh,
        private StopPayment $stop,
        private AwaitStart $await,
        private GatewayLine $line,
    ) {
    }

    /** @throws DomainError 404, 409 when nothing is to be paid, 503 when cards can't be taken */
    public function handle(int $invoice_id, int $client_id, Actor $actor): PaymentView
    {
        $this->invoices->get_for_client($invoice_id, $client_id);
        $gateway = $this->gateways->current();
        $account = $gateway->account();
        for ($try = 0; $try < self::TRIES; $try++) {
            $payment = $this->payments->under_way_of($invoice_id);
            $view = $payment === null
                ? $this->begin($invoice_id, $client_id, $gateway, $account, $actor)
                : $this->go_on($payment, $gateway, $account);
            if ($view !== null) {
                return $view;
            }
        }
        throw DomainError::conflict('in_progress', __('A payment for this invoice is already processing. Please check again in a minute.', 'counterfoil'));
    }

    /** @return PaymentView|null null when somebody else was first */
    private function begin(int $invoice_id, int $client_id, TakesPayments $gateway, string $account, Actor $actor): ?PaymentView
    {
        if ($this->line->rests($gateway->name())) {
            // It would not be asked, and whoever pays would be told to wait for something that was never begun.
            throw DomainError::unavailable('payments_unavailable', FailureReason::NotAnswering->words());
        }
        try {
            $payment = $this->changes->run($actor, fn (Change $change): Payment => $this->intend($change, $invoice_id, $client_id, $gateway, $account));
        } catch (UniqueViolation) {
            return null;
        }

        return $this->checked($this->start->handle($payment, $gateway));
    }

    private function intend(Change $change, int $invoice_id, int $client_id, TakesPayments $gateway, string $account): Payment
    {
        $this->payments->lock_invoices([$invoice_id]);
        $invoice = $this->invoices->get_for_client($invoice_id, $client_id);
        if (! $invoice->is_payable()) {
            throw Refusals::nothing_to_pay($invoice);
        }
        $due = $invoice->due();
        OfferedOnline::check($gateway, $due);
        $id = $this->payments->intend([$invoice_id => $due->amount], $client_id, $gateway, $account, $due);
        $payment = $this->payments->get($id, Viewer::system());
        $change->job(CheckPayment::JOB, $id, Backoff::after($this->clock->now(), 0));
        $change->event('payment.started', $payment->subjects(), $client_id, [
            'payment_id' => $id,
            'amount' => $due->amount,
            'currency' => $due->currency->code,
        ]);

        return $payment;
    }

    /** @return PaymentView|null null when it has come to an end and another may be begun */
    private function go_on(Payment $payment, TakesPayments $gateway, string $account): ?PaymentView
    {
        if ($payment->mode !== $gateway->mode() || $payment->account !== $account) {
            throw DomainError::conflict(GatewayRegistry::OTHER_ACCOUNT, __('An earlier payment for this invoice was started with different settings and isn’t complete. Please contact us.', 'counterfoil'));
        }
        $view = $this->refresh->refresh($payment);
        if ($view->payment->gateway_payment_id === null && $view->payment->is_under_way) {
            $view = $this->await->handle($view);
        }
        $payment = $view->payment;
        if (! $payment->is_under_way) {
            return $payment->state === PaymentState::Succeeded ? $view : null;
        }

        return $this->checked($view);
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
