<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Clients\Recipients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Payments\Mandates\Mandate;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Reversals\ReturnReason;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Tells the client that money came or went back, and the agency of what it has to look at; once for each. */
final readonly class PaymentMails
{
    /**
     * @param Closure(): Recipients $recipients
     * @param Closure(): Business $business
     */
    public function __construct(private Closure $recipients, private ClientRepository $clients, private InvoiceRepository $invoices, private Closure $business)
    {
    }

    /** @param list<Invoice> $invoices what it was for, as they are now */
    public function receipt(Change $change, Payment $payment, array $invoices): void
    {
        $this->receipts($change, [[$payment, $invoices]]);
    }

    /** @param list<array{Payment, list<Invoice>}> $payments each with what it was for */
    public function receipts(Change $change, array $payments): void
    {
        $mails = [];
        foreach ($payments as [$payment, $invoices]) {
            if ($payment->send_receipt && ! $payment->received->is_zero()) {
                array_push($mails, ...$this->of('receipt', "receipt:payment:{$payment->id}", $invoices, $payment->received, $payment, ['payment_id' => $payment->id, 'paid_at' => Timestamps::to_row($payment->succeeded_at ?? $payment->created_at)]));
            }
        }
        $change->mails($mails);
    }

    public function refund(Change $change, Refund $refund, Payment $payment, Settled $settled): void
    {
        $invoices = $settled->after;
        // Credit that was no invoice's has a mail of its own.
        $this->send($change, $invoices === [] ? 'credit_refund' : 'refund', "refund:{$refund->id}", $invoices, $refund->amount, $payment, ['refund_id' => $invoices === [] ? 0 : $refund->id, 'refunded_at' => Timestamps::to_row($refund->created_at), 'why' => $refund->reason] + BillsInMail::data($settled->parts()));
    }

    /**
     * A refund that had been accepted did not arrive: the agency has to act, and a client who was told of it hears that it is not so.
     *
     * @param list<Invoice> $invoices what it was to be taken from, as they are now
     * @param array<int, int> $parts of it, by invoice; minor units
     */
    public function refund_failed(Change $change, Refund $refund, Payment $payment, array $invoices, array $parts, bool $was_told): void
    {
        if ($was_told) {
            $this->send($change, 'refund_failed', "refund:{$refund->id}:failed", $invoices, $refund->amount, $payment, BillsInMail::data($parts));
        }
        $business = ($this->business)();
        $invoice = $invoices[0] ?? null;
        if ($business->email === '') {
            return;
        }
        $change->mail(new Mail('refund_problem', "refund:{$refund->id}:problem", $business->email, $business->name, '', null, $invoice?->portal_id, $invoice?->id, [
            'amount' => $refund->amount->amount,
            'currency' => $refund->amount->currency->code,
            'client' => (string) $this->clients->find($payment->client_id, Viewer::system())?->name,
            'failure' => $refund->failure,
            'told' => $was_told ? 1 : 0,
        ] + BillsInMail::data($parts)));
    }

    /**
     * Money that was on its way for days does not come: nobody looks at a page any more.
     *
     * @param list<Invoice> $invoices what it was for
     */
    public function failed(Change $change, Payment $payment, array $invoices): void
    {
        if ($invoices !== []) {
            $this->send($change, 'payment_failed', "payment_failed:{$payment->id}:{$payment->reference}", $invoices, $payment->amount, $payment, self::asked($payment));
            $this->problem($change, "payment_failed:{$payment->id}:{$payment->reference}", $invoices[0], $payment, $payment->amount, ['kind' => 'failed', 'failure' => $payment->failure] + self::asked($payment));
        }
    }

    /** Money that had come was returned by the payer's bank: a receipt was sent for it. */
    public function returned(Change $change, Payment $payment, Money $amount, ReturnReason $reason, Settled $settled): void
    {
        $invoices = $settled->after;
        $bills = BillsInMail::data($settled->parts());
        if ($invoices !== []) {
            $this->send($change, 'payment_returned', "payment_returned:{$payment->id}", $invoices, $amount, $payment, ['reason' => $reason->value] + $bills);
            $this->problem($change, "payment_returned:{$payment->id}", $invoices[0], $payment, $amount, ['kind' => 'returned', 'reason' => $reason->value] + $bills);
        }
    }

    /** An account is about to be debited. */
    public function announced(Change $change, Payment $payment, Mandate $mandate): void
    {
        $invoice = $this->invoices->find($payment->invoice_id, Viewer::system());
        $this->send($change, 'debit', "debit:{$payment->id}:{$payment->reference}", $invoice === null ? [] : [$invoice], $payment->amount, $payment, [
            'last4' => $mandate->last4,
            'reference' => $mandate->reference,
            'creditor_id' => $mandate->creditor_id,
            'expected_on' => (string) $payment->expected_on,
        ] + self::asked($payment));
    }

    /** @param array<string, string> $more */
    private function problem(Change $change, string $reason, Invoice $invoice, Payment $payment, Money $amount, array $more): void
    {
        $business = ($this->business)();
        if ($business->email !== '') {
            $change->mail(new Mail('payment_problem', "{$reason}:agency", $business->email, $business->name, '', null, $invoice->portal_id, $invoice->id, [
                'amount' => $amount->amount,
                'currency' => $amount->currency->code,
                'client' => (string) $this->clients->find($payment->client_id, Viewer::system())?->name,
            ] + $more));
        }
    }

    /**
     * Money that was recorded by mistake: a client who got a receipt for it hears that it is none.
     *
     * @param list<Invoice> $invoices what it was for, as they are now
     */
    public function undone(Change $change, Payment $payment, array $invoices, string $why): void
    {
        if ($payment->send_receipt) {
            $this->send($change, 'payment_undone', "payment_undone:{$payment->id}", $invoices, $payment->received, $payment, ['why' => $why] + BillsInMail::data(array_column(array_map(static fn (Allocation $one): array => [$one->invoice_id, $one->amount], $payment->allocations), 1, 0)));
        }
    }

    /** Money came for no invoice yet. */
    public function prepayment(Change $change, Payment $payment): void
    {
        if ($payment->send_receipt) {
            $this->send($change, 'prepayment', "prepayment:{$payment->id}", [], $payment->received, $payment, ['paid_at' => Timestamps::to_row($payment->succeeded_at ?? $payment->created_at)]);
        }
    }

    /**
     * The client's credit paid some of an invoice they have read.
     *
     * @param int $amount minor units of the invoice's currency
     * @param string $key of this use
     */
    public function credit_used(Change $change, Invoice $invoice, int $amount, string $key): void
    {
        $client = $this->clients->find($invoice->client_id, Viewer::system());
        foreach ($client === null ? [] : ($this->recipients)()->billing($client, MailPurpose::Receipts) as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail('credit_used', "credit_used:{$key}:{$email}", $email, $name, $locale, $invoice->client_id, $invoice->portal_id, $invoice->id, ['amount' => $amount, 'currency' => $invoice->currency->code] + array_filter(['copy' => $copy])));
        }
    }

    /**
     * Money came that nobody asked for, or other money than was asked for: the agency has to look at it.
     *
     * @param list<Invoice> $invoices
     */
    public function unusual(Change $change, Payment $payment, array $invoices): void
    {
        $business = ($this->business)();
        $invoice = $invoices[0] ?? null;
        if ($business->email === '' || $invoice === null) {
            return;
        }
        $change->mail(new Mail('unusual_payment', "unusual:payment:{$payment->id}", $business->email, $business->name, '', null, $invoice->portal_id, $invoice->id, [
            ...$payment->flag_facts(),
            'received' => $payment->received->amount,
            'method' => self::method($payment, ''),
        ]));
    }

    /**
     * @param list<Invoice> $invoices
     * @param array<string, int|string> $more
     */
    private function send(Change $change, string $message, string $reason, array $invoices, Money $amount, Payment $payment, array $more = []): void
    {
        $change->mails($this->of($message, $reason, $invoices, $amount, $payment, $more));
    }

    /**
     * About the first invoice, if there is one.
     *
     * @param list<Invoice> $invoices
     * @param array<string, int|string> $more
     * @return list<Mail> one for each who gets it
     */
    private function of(string $message, string $reason, array $invoices, Money $amount, Payment $payment, array $more): array
    {
        $invoice = $invoices[0] ?? null;
        $client = $this->clients->find($payment->client_id, Viewer::system());

        return array_map(static fn (array $to): Mail => new Mail($message, "{$reason}:{$to['email']}", $to['email'], $to['name'], $to['locale'], $payment->client_id, $invoice->portal_id ?? $client->portal_id ?? null, $invoice?->id, [
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'method' => self::method($payment, $to['locale']),
            'balance' => $invoice?->due()->amount ?? 0,
            'failure' => Languages::in($to['locale'], $payment->failure_in_words(...)),
        ] + $more + array_filter(['copy' => $to['copy']])), $client === null ? [] : ($this->recipients)()->billing($client, MailPurpose::Receipts));
    }

    /** @return array<string, string> what it was to bring for each bill, for a mail's data */
    private static function asked(Payment $payment): array
    {
        return BillsInMail::data(array_column(array_map(static fn (Allocation $one): array => [$one->invoice_id, $one->asked], $payment->allocations), 1, 0));
    }

    private static function method(Payment $payment, string $locale): string
    {
        return Languages::in($locale, static fn (): string => PaymentResource::method($payment));
    }
}
