<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\CustomerRepository;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Brings a payment that was written down to its gateway. May be killed anywhere and run again: the same
 * key gets the same answer, and when the key's answer is of no use the gateway is asked what it has.
 */
final readonly class StartPayment
{
    /** After that long a call that was never answered has come to an end at the gateway too. */
    private const SETTLED_AFTER = '-5 minutes';

    /** Characters of a description; statements show fewer. */
    private const LONGEST = 200;

    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private AllocationRepository $allocations,
        private CustomerRepository $customers,
        private ClientRepository $clients,
        private InvoiceRepository $invoices,
        private SettlePayment $settle,
    ) {
    }

    /** The gateway has no id of it here yet. */
    public function handle(Payment $payment, TakesPayments $gateway): PaymentView
    {
        try {
            $answer = $this->ask($payment, $gateway);
        } catch (GatewayError $error) {
            return PaymentView::unanswered($this->give_in($payment, $gateway, $error));
        }

        return new PaymentView($this->settle->handle($payment, $answer, $gateway->title()), $answer);
    }

    private function ask(Payment $payment, TakesPayments $gateway): GatewayPayment
    {
        $customer = $this->customer($payment, $gateway);
        $is_fresh = $payment->state === PaymentState::Intended && $payment->created_at > $this->clock->now()->modify('-1 minute');
        $found = $is_fresh ? null : $gateway->find($payment, $customer);
        if ($found !== null) {
            return $found;
        }
        $description = $this->description($payment);
        try {
            return $gateway->start($payment, $customer, $description);
        } catch (GatewayError $error) {
            if ($error->is(GatewayErrorKind::Missing)) {
                // The payer was deleted at the gateway.
                $this->customers->forget($gateway->name(), $customer);

                return $gateway->start($payment, $this->customer($payment, $gateway), $description);
            }
            // The key stands for a request with other words (the site's language was changed in between).
            $found = $error->reason === 'idempotency_error' ? $gateway->find($payment, $customer) : null;

            return $found ?? throw $error;
        }
    }

    /** What payers and staff read of it at the gateway. */
    private function description(Payment $payment): string
    {
        $invoices = array_map(fn (Allocation $allocation): Invoice => $this->invoices->get($allocation->invoice_id, Viewer::system()), $payment->allocations);
        $numbers = implode(', ', array_map(static fn (Invoice $invoice): string => (string) $invoice->number, $invoices));
        if (count($invoices) === 1) {
            /* translators: %s: invoice number */
            return sprintf($invoices[0]->is_pro_forma() ? __('Pro forma invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'), $numbers);
        }

        /* translators: %s: invoice numbers */
        return mb_strimwidth(sprintf(__('Invoices %s', 'counterfoil'), $numbers), 0, self::LONGEST, '…');
    }

    private function customer(Payment $payment, TakesPayments $gateway): string
    {
        $place = [$payment->client_id, $payment->gateway, $payment->mode, $payment->account];

        return $this->customers->find(...$place)
            ?? $this->customers->keep(...[...$place, $gateway->create_customer($this->clients->get($payment->client_id, Viewer::system()))]);
    }

    private function give_in(Payment $payment, TakesPayments $gateway, GatewayError $error): Payment
    {
        return $this->changes->run(Actor::gateway($gateway->title()), function (Change $change) use ($payment, $error): Payment {
            $row = $this->payments->lock($payment);
            if ($row->gateway_payment_id !== null) {
                // Another process got through meanwhile.
                return $row;
            }
            $unanswered = $error->is(GatewayErrorKind::Unknown);
            $hopeless = $unanswered && $row->state === PaymentState::Unknown && $row->created_at < $this->clock->now()->modify(self::SETTLED_AFTER);
            if ($error->is(GatewayErrorKind::Refused) || $hopeless) {
                // Nothing exists at the gateway, nobody was given what it takes to pay: another may be begun.
                $this->payments->move($row, PaymentState::Failed, [
                    'failure_code' => FailureReason::NotStarted->value,
                    'failure' => mb_substr($error->getMessage(), 0, 500),
                ]);
                $this->allocations->release($row->id);
                $change->event('payment.failed', $row->subjects(), $row->client_id, [
                    'payment_id' => $row->id,
                    'amount' => $row->amount->amount,
                    'currency' => $row->amount->currency->code,
                    'failure_code' => FailureReason::NotStarted->value,
                ]);
            } elseif ($unanswered && $row->state !== PaymentState::Unknown) {
                $this->payments->move($row, PaymentState::Unknown, ['failure' => mb_substr($error->getMessage(), 0, 500)]);
                $change->job(CheckPayment::JOB, $row->id, Backoff::after($this->clock->now(), 0));
                $change->event('payment.unknown', $row->subjects(), $row->client_id, [
                    'payment_id' => $row->id,
                    'amount' => $row->amount->amount,
                    'currency' => $row->amount->currency->code,
                ]);
            }

            return $this->payments->get($row->id, Viewer::system());
        });
    }
}
