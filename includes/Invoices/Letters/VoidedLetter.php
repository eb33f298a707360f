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
use Counterfoil\Invoices\InvoiceStatus;

/** About invoice_id, which was mailed before; the marked PDF is attached. data: why (the staff’s words, may be empty). */
final readonly class VoidedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Invoice voided', 'counterfoil'), __('Sent when you void an invoice that was emailed.', 'counterfoil'), true, InvoiceParts::samples() + ['reason' => __('Wrong recipient', 'counterfoil')]);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null || $invoice->status !== InvoiceStatus::Void) {
            return null;
        }
        $news = sprintf(
            /* translators: 1: name of the business, 2: invoice number */
            __('%1$s voided invoice %2$s. You don’t need to pay it.', 'counterfoil'),
            $letterhead->name(),
            (string) $invoice->number
        );

        return new Letter(
            /* translators: 1: invoice number, 2: name of the business */
            sprintf(__('Invoice %1$s from %2$s was voided', 'counterfoil'), (string) $invoice->number, $letterhead->name()),
            $news,
            /* translators: %s: invoice number */
            sprintf(__('Invoice %s was voided', 'counterfoil'), (string) $invoice->number),
            [Greeting::of($mail), $news],
            [
                $this->parts->number($invoice),
                new Fact(__('Issue date', 'counterfoil'), $letterhead->day((string) $invoice->issue_date)),
                ...($mail->text('why') === '' ? [] : [new Fact(__('Reason', 'counterfoil'), $mail->text('why'))]),
                new Fact(__('Invoice total', 'counterfoil'), $letterhead->money($invoice->total()), true),
            ],
            $this->parts->view($mail, $letterhead, $invoice),
            [__('The voided invoice is attached as a PDF for your records.', 'counterfoil'), Greeting::questions()],
            [$this->parts->pdf($invoice)],
            $this->parts->values($invoice, $letterhead) + ['reason' => $mail->text('why')]
        );
    }
}
