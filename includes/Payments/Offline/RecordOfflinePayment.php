<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Offline;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Payments\PaidOn;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Records money that came outside of any gateway.
 *
 * A card payment that is under way is ended first. When it can't be (it is in processing, or has just
 * paid) both are recorded: what is more than the invoice's sum is the client's credit.
 */
final readonly class RecordOfflinePayment
{
    public function __construct(
        private Changes $changes,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private BookOfflinePayment $book,
        private StopPayment $stop,
        private PaidOn $paid_on,
        private AllocationRepository $allocations,
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
        $recorded_before = $this->allocations->received_offline($invoice_id);
        $this->check($this->invoices->get($invoice_id, Viewer::system()), $amount);
        $paid_at = $this->paid_on->moment($paid_on);
        $this->stop($invoice_id);
        try {
            $payment = $this->changes->run($actor, function (Change $change) use ($invoice_id, $amount, $method, $paid_at, $reference, $send_receipt, $key, $recorded_before): Payment {
                $this->payments->lock_invoices([$invoice_id]);
                $recorded = $this->payments->find_by_key($key);
                if ($recorded !== null) {
                    return $recorded;
                }
                // Other money may have made the invoice of a pro-forma meanwhile: this is for that one.
                $invoice_id = $this->payments->now_for($invoice_id);
                if ($this->allocations->received_offline($invoice_id) !== $recorded_before) {
                    // A colleague saw the same transfer: it came once. (What a card paid meanwhile is other money.)
                    $this->check($this->invoices->get($invoice_id, Viewer::system()), $amount);
                }

                return $this->record($change, $invoice_id, $amount, $method, $paid_at, $reference, $send_receipt, $key);
            });
        } catch (UniqueViolation $error) {
            return $this->payments->find_by_key($key) ?? throw $error;
        }
        // A card payment may have been begun between the two. The worker comes for it as well, where this is cut off.
        $this->stop($invoice_id);

        return $payment;
    }

    private function stop(int $invoice_id): void
    {
        try {
            $this->stop->handle($invoice_id);
        } catch (DomainError) {
            // Its gateway can't be asked (other keys). The money that came is recorded all the same.
        }
    }

    private function check(Invoice $invoice, Money $amount): void
    {
        if ($invoice->status !== InvoiceStatus::Issued) {
            throw $invoice->is_draft()
                ? DomainError::conflict('invoice_draft', __('This invoice is a draft. Send it first.', 'counterfoil'))
                : Refusals::nothing_to_pay($invoice);
        }
        if (! $invoice->is_payable()) {
            throw Refusals::nothing_to_pay($invoice);
        }
        $due = $invoice->due();
        if (! $amount->currency->equals($due->currency)) {
            /* translators: %s: currency code */
            throw DomainError::invalid(sprintf(__('Enter the amount in %s, the currency of the invoice.', 'counterfoil'), $due->currency->code), '/amount/currency');
        }
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Enter an amount greater than zero. To return money to the client, refund a payment instead.', 'counterfoil'), '/amount/amount');
        }
        if ($amount->is_more_than($due)) {
            /* translators: %s: amount of money */
            throw DomainError::invalid(sprintf(__('The amount can’t be more than the amount due, %s.', 'counterfoil'), (new MoneyFormat(determine_locale()))->money($due)), '/amount/amount');
        }
    }

    private function record(Change $change, int $invoice_id, Money $amount, OfflineMethod $method, DateTimeImmutable $paid_at, string $reference, bool $send_receipt, string $key): Payment
    {
        $invoice = $this->invoices->get($invoice_id, Viewer::system());
        if ($invoice->status !== InvoiceStatus::Issued) {
            throw Refusals::nothing_to_pay($invoice);
        }

        return $this->book->handle($change, [$invoice_id => $amount->amount], $invoice->client_id, $amount, $method, $paid_at, $reference, $send_receipt, $key);
    }
}
