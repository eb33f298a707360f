<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Closure;
use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/**
 * About invoice_id; the receipt and the invoice's PDF are attached. data: payment_id, paid_at (when the money came, as in a
 * row), amount, currency (what came), method ("Visa ending in 4242"), balance (minor units still due).
 */
final readonly class ReceiptLetter implements CustomisableLetter
{
    /** More PDFs would make some mail servers refuse it. */
    private const ATTACHED = 10;

    /** @param Closure(int): list<array{Invoice, Money}> $bills what a payment paid, and how much of each */
    public function __construct(private InvoiceParts $parts, private Receipts $receipts, private Closure $bills)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Receipt', 'counterfoil'),
            __('Sent when you receive a payment.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['amount_paid' => InvoiceParts::samples()['total']]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null) {
            return null;
        }
        $bills = $mail->number('payment_id') === 0 ? [] : ($this->bills)($mail->number('payment_id'));
        if (count($bills) > 1) {
            return $this->of_several($bills, $mail, $letterhead);
        }
        $paid = $letterhead->money($this->parts->sum($mail));
        $balance = $this->parts->sum($mail, 'balance');
        $rest = $balance->is_zero()
            /* translators: %s: invoice number */
            ? sprintf(__('Invoice %s is paid in full. You don’t need to do anything else.', 'counterfoil'), $invoice->number)
            /* translators: 1: amount, 2: invoice number */
            : sprintf($invoice->is_pro_forma() ? __('The amount due on pro forma invoice %2$s is now %1$s. We’ll email you the invoice once it is paid in full.', 'counterfoil') : __('The amount due on invoice %2$s is now %1$s.', 'counterfoil'), $letterhead->money($balance), $invoice->number);
        /* translators: %s: amount */
        $news = sprintf(__('We received your payment of %s.', 'counterfoil'), $paid) . ' ' . $rest;
        $method = $mail->text('method');
        $receipt = $this->receipt($mail);

        return new Letter(
            /* translators: 1: invoice number, 2: name of the business */
            sprintf($invoice->is_pro_forma() ? __('Receipt for pro forma invoice %1$s from %2$s', 'counterfoil') : __('Receipt for invoice %1$s from %2$s', 'counterfoil'), $invoice->number, $letterhead->name()),
            $news,
            /* translators: %s: amount */
            sprintf(__('Thank you for your payment of %s', 'counterfoil'), $paid),
            array_values(array_filter([Greeting::of($mail), $news, $this->parts->how($mail, $letterhead, $invoice)], static fn (string $paragraph): bool => $paragraph !== '')),
            array_values(array_filter([
                $this->parts->number($invoice),
                $receipt === [] ? null : new Fact(__('Receipt number', 'counterfoil'), $this->receipts->number_of_payment($mail->number('payment_id'))),
                new Fact(__('Received', 'counterfoil'), $letterhead->day_of($mail->text('paid_at') === '' ? $mail->queued_at : Timestamps::from_row($mail->text('paid_at')))),
                $method === '' ? null : new Fact(__('Payment method', 'counterfoil'), $method),
                new Fact(__('Amount paid', 'counterfoil'), $paid, true),
                $balance->is_zero() ? null : new Fact(__('Amount due', 'counterfoil'), $letterhead->money($balance)),
            ])),
            $balance->is_zero() ? $this->parts->view($mail, $letterhead, $invoice) : $this->parts->view_and_pay($mail, $letterhead, $invoice),
            [
                ...$receipt === [] ? [] : [match (true) {
                    $invoice->is_pro_forma() => __('Your receipt and the pro forma invoice are attached as PDFs. The remaining amount due is shown above.', 'counterfoil'),
                    $balance->is_zero() => __('Your receipt and the original invoice, which is now paid, are attached as PDFs.', 'counterfoil'),
                    default => __('Your receipt and the original invoice are attached as PDFs. The remaining amount due is shown above.', 'counterfoil'),
                }],
                Greeting::questions(),
            ],
            [...$receipt, $this->parts->pdf($invoice)],
            $this->parts->values($invoice, $letterhead) + ['amount_paid' => $paid]
        );
    }

    /** @param non-empty-list<array{Invoice, Money}> $bills */
    private function of_several(array $bills, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $paid = $letterhead->money($this->parts->sum($mail));
        $due = array_values(array_filter(array_column($bills, 0), static fn (Invoice $bill): bool => ! $bill->due()->is_zero()));
        $rest = $due === []
            ? __('All invoices below are paid in full. You don’t need to do anything else.', 'counterfoil')
            /* translators: %s: list of invoice numbers and amounts */
            : sprintf(__('Amount due: %s.', 'counterfoil'), implode(', ', array_map(static fn (Invoice $bill): string => "{$bill->number}: {$letterhead->money($bill->due())}", $due)));
        /* translators: 1: amount, 2: number of invoices */
        $news = sprintf(_n('We received your payment of %1$s for %2$d invoice.', 'We received your payment of %1$s for %2$d invoices.', count($bills), 'counterfoil'), $paid, count($bills)) . ' ' . $rest;
        $method = $mail->text('method');

        return new Letter(
            /* translators: 1: number of invoices, 2: name of the business */
            sprintf(_n('Receipt for %1$d invoice from %2$s', 'Receipt for %1$d invoices from %2$s', count($bills), 'counterfoil'), count($bills), $letterhead->name()),
            $news,
            /* translators: %s: amount */
            sprintf(__('Thank you for your payment of %s', 'counterfoil'), $paid),
            [Greeting::of($mail), $news],
            array_values(array_filter([
                ...array_map(static fn (array $bill): Fact => new Fact((string) $bill[0]->number, $letterhead->money($bill[1])), $bills),
                new Fact(__('Received', 'counterfoil'), $letterhead->day_of($mail->text('paid_at') === '' ? $mail->queued_at : Timestamps::from_row($mail->text('paid_at')))),
                $method === '' ? null : new Fact(__('Payment method', 'counterfoil'), $method),
                new Fact(__('Amount paid', 'counterfoil'), $paid, true),
            ])),
            $this->parts->view($mail, $letterhead, $bills[0][0]),
            [Greeting::questions()],
            [...$this->receipt($mail), ...array_map(fn (array $bill): Attachment => $this->parts->pdf($bill[0]), array_slice($bills, 0, self::ATTACHED))]
        );
    }

    /** @return list<Attachment> none for a mail that was left without its payment */
    private function receipt(QueuedMail $mail): array
    {
        if ($mail->number('payment_id') === 0) {
            return [];
        }
        $receipt = $this->receipts->of_payment($mail->number('payment_id'), Viewer::system());

        return [new Attachment($receipt->bytes, $receipt->filename)];
    }
}
