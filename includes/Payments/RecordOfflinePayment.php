<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Activity\EventLog;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;
use DateTimeZone;

/**
 * Records money that came outside of any gateway.
 *
 * A card payment that is under way is ended first. When it can't be (it is in processing, or has just
 * paid) both are recorded: what is more than the invoice's sum is the client's credit.
 */
final readonly class RecordOfflinePayment
{
    /** @param Closure(): Business $business */
    public function __construct(
        private Database $database,
        private Clock $clock,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private SettleInvoice $settle_invoice,
        private SettlePayment $settle_payment,
        private StopPayment $stop,
        private PaymentMails $mails,
        private EventLog $events,
        private Closure $business,
    ) {
    }

    /**
     * @param string $paid_on day in the business's time zone
     * @param string $key recorded once, however often it is sent; 64 characters at most
     * @throws DomainError 400 naming the field, 404, 409 when nothing is due
     */
    public function handle(int $invoice_id, Money $amount, OfflineMethod $method, string $paid_on, string $reference, bool $send_receipt, Actor $actor, string $key): Payment
    {
        $recorded = $this->payments->find_by_key($key);
        if ($recorded !== null) {
            return $recorded;
        }
        $recorded_before = $this->payments->received_offline($invoice_id);
        $this->check($this->invoices->get($invoice_id), $amount);
        $paid_at = $this->moment($paid_on);
        try {
            $this->stop->handle($invoice_id);
        } catch (DomainError) {
            // Its gateway can't be asked (other keys). The money that came is recorded all the same.
        }
        try {
            return $this->database->transaction(function () use ($invoice_id, $amount, $method, $paid_at, $reference, $send_receipt, $actor, $key, $recorded_before): Payment {
                $this->payments->lock_invoice($invoice_id);
                $recorded = $this->payments->find_by_key($key);
                if ($recorded !== null) {
                    return $recorded;
                }
                if ($this->payments->received_offline($invoice_id) !== $recorded_before) {
                    // A colleague saw the same transfer: it came once. (What a card paid meanwhile is other money.)
                    $this->check($this->invoices->get($invoice_id), $amount);
                }

                return $this->record($invoice_id, $amount, $method, $paid_at, $reference, $send_receipt, $actor, $key);
            });
        } catch (UniqueViolation $error) {
            return $this->payments->find_by_key($key) ?? throw $error;
        }
    }

    private function check(Invoice $invoice, Money $amount): void
    {
        if ($invoice->status !== InvoiceStatus::Issued) {
            throw $invoice->is_draft()
                ? DomainError::conflict('invoice_draft', __('This invoice is a draft. Send it first.', 'counterfoil'))
                : DomainError::conflict('invoice_void', __('This invoice is void. There is nothing to pay.', 'counterfoil'));
        }
        if (! $invoice->is_payable()) {
            throw DomainError::conflict('nothing_due', __('This invoice is paid. There is nothing left to pay.', 'counterfoil'));
        }
        $due = $invoice->due();
        if (! $amount->currency->equals($due->currency)) {
            /* translators: %s: currency code */
            throw DomainError::invalid(sprintf(__('The invoice is in %s. Please enter the amount in it.', 'counterfoil'), $due->currency->code), '/amount/currency');
        }
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Please enter an amount above zero.', 'counterfoil'), '/amount/amount');
        }
        if ($amount->is_more_than($due)) {
            throw DomainError::invalid(__('This is more than is due. Please enter what is due, or a part of it.', 'counterfoil'), '/amount/amount');
        }
    }

    /** Of a day that is over, its noon: nobody knows better. */
    private function moment(string $paid_on): DateTimeImmutable
    {
        if (! Timestamps::is_day($paid_on)) {
            throw DomainError::invalid(__('There is no such day.', 'counterfoil'), '/paid_on');
        }
        $now = $this->clock->now();
        $timezone = ($this->business)()->timezone;
        $today = Timestamps::day($now, $timezone);
        if ($paid_on > $today) {
            throw DomainError::invalid(__('This day is yet to come. Please enter the day on which the money came.', 'counterfoil'), '/paid_on');
        }

        return $paid_on === $today ? $now : (new DateTimeImmutable("{$paid_on} 12:00:00", $timezone))->setTimezone(new DateTimeZone('UTC'));
    }

    private function record(int $invoice_id, Money $amount, OfflineMethod $method, DateTimeImmutable $paid_at, string $reference, bool $send_receipt, Actor $actor, string $key): Payment
    {
        $invoice = $this->invoices->get($invoice_id);
        if ($invoice->status !== InvoiceStatus::Issued) {
            throw DomainError::conflict('invoice_void', __('This invoice is void. There is nothing to pay.', 'counterfoil'));
        }
        $id = $this->payments->record_offline($invoice_id, $invoice->client_id, $amount, $method, $reference, $send_receipt, $paid_at, $key);
        $payment = $this->payments->get($id);
        $this->events->record('payment.recorded_offline', [['invoice', $invoice_id]], $invoice->client_id, $actor, [
            'payment_id' => $id,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'method' => $method->value,
        ]);
        $settled = $this->settle_invoice->handle($invoice_id);
        $this->settle_payment->paid($settled, $payment, $actor);
        $this->mails->receipt($payment, $settled);
        $this->database->after_commit(static fn () => do_action('counterfoil_payment_succeeded', $id));

        return $payment;
    }
}
