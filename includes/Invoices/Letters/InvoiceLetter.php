<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Letters;

use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;

/** About invoice_id; its PDF is attached. data: none, or resent => true. */
final readonly class InvoiceLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Invoice', 'counterfoil'), __('Sent when you send or resend an invoice.', 'counterfoil'), true, InvoiceParts::samples());
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null || $invoice->status->is_called_off()) {
            return null;
        }
        $due = $letterhead->money($invoice->due());
        $day = $letterhead->day($invoice->due_date);
        $is_open = $invoice->is_payable();
        $heading = match (true) {
            /* translators: 1: amount, 2: date */
            $is_open => sprintf(__('%1$s due by %2$s', 'counterfoil'), $due, $day),
            /* translators: %s: invoice number */
            $invoice->pro_forma_id !== null => sprintf(__('Thank you for your payment. Here is invoice %s.', 'counterfoil'), $invoice->number),
            /* translators: %s: invoice number */
            default => sprintf(__('Invoice %s: nothing to pay', 'counterfoil'), $invoice->number),
        };
        $facts = [
            $this->parts->number($invoice),
            new Fact(__('Issue date', 'counterfoil'), $letterhead->day((string) $invoice->issue_date)),
        ];
        if ($invoice->due()->amount !== $invoice->total) {
            $facts[] = new Fact(__('Total', 'counterfoil'), $letterhead->money($invoice->total()));
        }
        if ($is_open) {
            $facts[] = new Fact(__('Due date', 'counterfoil'), $day);
        }
        $credit = $this->parts->paid_with_credit($invoice);
        if ($credit !== null) {
            $facts[] = new Fact(__('Paid with your credit balance', 'counterfoil'), $letterhead->money($credit));
        }
        $facts = [...$facts, ...$this->parts->names_of_files($invoice), new Fact(__('Amount due', 'counterfoil'), $due, true)];

        return new Letter(
            /* translators: 1: invoice number, 2: name of the business */
            sprintf($invoice->is_pro_forma() ? __('Pro forma invoice %1$s from %2$s', 'counterfoil') : __('Invoice %1$s from %2$s', 'counterfoil'), $invoice->number, $letterhead->name()),
            $heading,
            $heading,
            array_values(array_filter([
                Greeting::of($mail),
                $this->opening($mail, $letterhead, $invoice),
                $credit === null ? '' : $this->credited($letterhead->money($credit), $is_open ? $due : ''),
                // What was said with the pro-forma was about paying it.
                $invoice->pro_forma_id === null ? trim(str_replace("\r\n", "\n", $invoice->message)) : '',
                $this->parts->how($mail, $letterhead, $invoice),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            $facts,
            $this->parts->view_and_pay($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [$this->parts->pdf($invoice), ...$this->parts->receipt($invoice), ...$this->parts->files($invoice)],
            $this->parts->values($invoice, $letterhead)
        );
    }

    /** The PDF asks for the whole sum: it was made before. */
    private function credited(string $credit, string $due): string
    {
        return $due === ''
            /* translators: %s: amount */
            ? sprintf(__('We paid it with %s of your credit balance. There is nothing left to pay, although the PDF shows the total.', 'counterfoil'), $credit)
            /* translators: 1: amount of credit, 2: amount that is left to pay */
            : sprintf(__('We applied %1$s of your credit balance. Please pay only %2$s instead of the total on the PDF.', 'counterfoil'), $credit, $due);
    }

    /** Promises only what the portal can do at this moment. */
    private function opening(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): string
    {
        return sprintf(
            match (true) {
                /* translators: 1: number of the pro forma invoice, 2: name of the business */
                $invoice->is_pro_forma() => __('Here is pro forma invoice %1$s from %2$s. The PDF is attached. Once it is paid in full, we’ll email you the invoice.', 'counterfoil'),
                /* translators: 1: invoice number, 2: name of the business, 3: number of the pro forma invoice */
                ! $invoice->is_payable() && $invoice->pro_forma_id !== null => __('We received your payment for pro forma invoice %3$s. Here is invoice %1$s from %2$s for your records. The PDF is attached.', 'counterfoil'),
                /* translators: 1: invoice number, 2: name of the business */
                ! $invoice->is_payable() => __('Here is invoice %1$s from %2$s for your records. The PDF is attached.', 'counterfoil'),
                /* translators: 1: invoice number, 2: name of the business */
                $this->parts->can_be_paid_online($mail, $letterhead, $invoice) => __('Here is invoice %1$s from %2$s. You can view and pay it online. The PDF is attached.', 'counterfoil'),
                /* translators: 1: invoice number, 2: name of the business */
                $this->parts->opens_online($mail, $letterhead, $invoice) => __('Here is invoice %1$s from %2$s. You can view it online. The PDF is attached.', 'counterfoil'),
                /* translators: 1: invoice number, 2: name of the business */
                default => __('Here is invoice %1$s from %2$s. The PDF is attached.', 'counterfoil'),
            },
            (string) $invoice->number,
            $letterhead->name(),
            $this->parts->pro_forma($invoice)
        );
    }
}
