<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Activity\EventLog;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/**
 * Writes down what a gateway answered about a payment, and what follows from it: once, whoever asks
 * and however often. Webhook, browser and worker all end here.
 */
final readonly class SettlePayment
{
    public function __construct(
        private Database $database,
        private Clock $clock,
        private PaymentRepository $payments,
        private SettleInvoice $invoices,
        private PaymentMails $mails,
        private EventLog $events,
    ) {
    }

    /**
     * @param string $gateway_title Gateway::title(), for the timeline
     * @throws DomainError 409 when what was answered is not this payment
     */
    public function handle(Payment $payment, GatewayPayment $answer, string $gateway_title): Payment
    {
        $this->check_identity($payment, $answer, $gateway_title);

        return $this->database->transaction(function () use ($payment, $answer, $gateway_title): Payment {
            $row = $this->payments->lock($payment);
            if ($row->gateway_payment_id === null) {
                $this->payments->attach($row->id, $answer->id);
            }
            if ($answer->state === $row->state) {
                $this->same_state($row, $answer, $gateway_title);
            } elseif ($row->state->may_become($answer->state) && $this->payments->move($row, $answer->state, $this->columns($row, $answer))) {
                $this->follow($this->payments->get($row->id), $answer, $gateway_title);
            }

            return $this->payments->get($row->id);
        });
    }

    private function same_state(Payment $row, GatewayPayment $answer, string $gateway_title): void
    {
        if ($row->state === PaymentState::Failed && $answer->attempt !== $row->reference) {
            $this->payments->note($row->id, $this->columns($row, $answer));
            $this->follow($this->payments->get($row->id), $answer, $gateway_title);
        }
    }

    /** @return array<string, int|string|null> */
    private function columns(Payment $row, GatewayPayment $answer): array
    {
        $columns = [
            'method' => $answer->method,
            'reference' => $answer->attempt,
            'failure_code' => $answer->failure->value ?? '',
            'failure' => mb_substr($answer->failure_message, 0, 500),
        ];
        if ($answer->state === PaymentState::Cancelled) {
            // Given up for the reason it had failed for, if it had.
            return ['failure_code' => $row->failure_code, 'failure' => $row->failure] + $columns;
        }
        if ($answer->state === PaymentState::Succeeded) {
            $fits = $answer->currency === $row->amount->currency->code;

            return [
                ...$columns,
                'received' => $fits ? $answer->received : 0,
                'flag' => $this->flag($row, $answer),
                'succeeded_at' => Timestamps::to_row($this->clock->now()),
            ];
        }

        return [...$columns, 'checks' => 0, 'check_at' => Timestamps::to_row(Backoff::after($this->clock->now(), 0))];
    }

    private function flag(Payment $row, GatewayPayment $answer): string
    {
        return match (true) {
            $answer->currency !== $row->amount->currency->code => sprintf(
                /* translators: 1: amount taken, 2: amount asked for */
                __('The gateway took %1$s, but %2$s was asked for. It does not count for the invoice; please give it back or settle it by hand.', 'counterfoil'),
                self::in_words($answer->received, $answer->currency),
                self::in_words($row->amount->amount, $row->amount->currency->code)
            ),
            $answer->received !== $row->amount->amount => sprintf(
                /* translators: 1: amount asked for, 2: amount taken */
                __('Asked for %1$s, the gateway took %2$s. What is over the invoice’s sum is the client’s credit.', 'counterfoil'),
                self::in_words($row->amount->amount, $answer->currency),
                self::in_words($answer->received, $answer->currency)
            ),
            $row->state === PaymentState::Cancelled => __('This payment had been cancelled here when its money came.', 'counterfoil'),
            default => '',
        };
    }

    /** A gateway may answer any currency, also one that is not known here. */
    private static function in_words(int $amount, string $currency): string
    {
        return in_array($currency, Currency::codes(), true)
            ? (new MoneyFormat(determine_locale()))->money(Money::of($amount, $currency))
            : "{$amount} {$currency}";
    }

    private function follow(Payment $payment, GatewayPayment $answer, string $gateway_title): void
    {
        $type = match ($payment->state) {
            PaymentState::Succeeded => 'payment.succeeded',
            PaymentState::Failed => 'payment.failed',
            PaymentState::RequiresAction => 'payment.requires_action',
            PaymentState::Cancelled => 'payment.cancelled',
            default => null,
        };
        if ($type !== null) {
            $this->record($type, $payment, $gateway_title, [
                'amount' => $payment->state === PaymentState::Succeeded ? $payment->received->amount : $payment->amount->amount,
                'currency' => $payment->amount->currency->code,
                'method' => $payment->method,
                'failure_code' => $payment->failure_code,
            ]);
        }
        if ($payment->flag !== '') {
            $this->record('payment.flagged', $payment, $gateway_title, ['flag' => $payment->flag]);
        }
        if ($payment->state === PaymentState::Succeeded) {
            $this->money_came($payment, $gateway_title);
        }
    }

    private function money_came(Payment $payment, string $gateway_title): void
    {
        $invoice = $this->invoices->handle($payment->invoice_id);
        if ($invoice->status === InvoiceStatus::Void && $payment->flag === '') {
            $flag = __('The invoice had been declared void when this money came. It is the client’s credit.', 'counterfoil');
            $this->payments->note($payment->id, ['flag' => $flag]);
            $this->record('payment.flagged', $payment, $gateway_title, ['flag' => $flag]);
        }
        $this->paid($invoice, $payment, Actor::gateway($gateway_title));
        $this->mails->receipt($payment, $invoice);
        $this->database->after_commit(static fn () => do_action('counterfoil_payment_succeeded', $payment->id));
    }

    /** Says that an invoice is paid when this payment is what completed it; also for money that came offline. */
    public function paid(Invoice $invoice, Payment $payment, Actor $actor): void
    {
        $before = $invoice->paid - $invoice->refunded - $payment->received->amount;
        if ($invoice->settlement === Settlement::Paid && $before < $invoice->total) {
            $this->events->record('invoice.paid', [['invoice', $invoice->id]], $invoice->client_id, $actor, ['number' => $invoice->number]);
            $this->database->after_commit(static fn () => do_action('counterfoil_invoice_paid', $invoice->id));
        }
    }

    /** What the gateway shows must carry this payment's id and token, in the same mode, under the id that is known. */
    private function check_identity(Payment $payment, GatewayPayment $answer, string $gateway_title): void
    {
        $is_it = hash_equals($payment->token(), $answer->token)
            && $answer->payment_id === $payment->id
            && $answer->mode === $payment->mode
            && ($payment->gateway_payment_id ?? $answer->id) === $answer->id;
        if ($is_it) {
            return;
        }
        $flag = __('The gateway answered with a payment that is not this one. Nothing was settled by it.', 'counterfoil');
        $this->database->transaction(function () use ($payment, $gateway_title, $flag): void {
            if ($this->payments->lock($payment)->flag !== $flag) {
                $this->payments->note($payment->id, ['flag' => $flag]);
                $this->record('payment.flagged', $payment, $gateway_title, ['flag' => $flag]);
            }
        });
        throw DomainError::conflict('payment_mismatch', __('This is not the payment that was begun here. Nothing was settled by it.', 'counterfoil'));
    }

    /** @param array<string, scalar|null> $data */
    private function record(string $type, Payment $payment, string $gateway_title, array $data): void
    {
        $this->events->record($type, [['invoice', $payment->invoice_id]], $payment->client_id, Actor::gateway($gateway_title), ['payment_id' => $payment->id, ...$data]);
    }
}
