<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Letters;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNoteArchive;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Shared\Money\Money;

/** About invoice_id; the credit note's PDF is attached. data: credit_note_key. */
final readonly class CreditNoteLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts, private CreditNoteRepository $notes, private CreditNoteArchive $archive)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Credit note', 'counterfoil'),
            __('Sent when you issue a credit note.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['credit_note' => 'CN-0003', 'amount_credited' => InvoiceParts::samples()['total'], 'reason' => __('Fewer hours than planned', 'counterfoil')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        $note = $this->notes->find_by_key($mail->text('credit_note_key'));
        if ($invoice === null || $note === null) {
            return null;
        }
        $amount = $letterhead->money($note->total());

        return new Letter(
            /* translators: 1: number of the credit note, 2: name of the business */
            sprintf(__('Credit note %1$s from %2$s', 'counterfoil'), $note->number, $letterhead->name()),
            /* translators: 1: amount, 2: invoice number */
            sprintf(__('%1$s of invoice %2$s was credited.', 'counterfoil'), $amount, $invoice->number),
            /* translators: %s: amount */
            sprintf(__('%s credited', 'counterfoil'), $amount),
            array_values(array_filter([
                Greeting::of($mail),
                /* translators: 1: name of the business, 2: amount, 3: invoice number */
                sprintf(__('%1$s credited %2$s of invoice %3$s. The credit note is attached as a PDF.', 'counterfoil'), $letterhead->name(), $amount, $invoice->number),
                $this->effect($letterhead, $note),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            [
                new Fact(__('Credit note', 'counterfoil'), $note->number),
                $this->parts->number($invoice),
                new Fact(__('Reason', 'counterfoil'), $note->reason),
                new Fact(__('Credited', 'counterfoil'), $amount, true),
                ...($invoice->is_payable() ? [new Fact(__('Amount due', 'counterfoil'), $letterhead->money($invoice->due()))] : []),
            ],
            $this->parts->view($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [new Attachment($this->archive->pdf($note->id), $this->archive->filename($note))],
            $this->parts->values($invoice, $letterhead) + ['credit_note' => $note->number, 'amount_credited' => $amount, 'reason' => $note->reason]
        );
    }

    private function effect(Letterhead $letterhead, CreditNote $note): string
    {
        $money = static fn (int $amount): string => $letterhead->money(new Money($amount, $note->currency));

        return implode(' ', array_filter([
            /* translators: %s: amount */
            $note->from_due > 0 ? sprintf(__('The amount due on the invoice was reduced by %s.', 'counterfoil'), $money($note->from_due)) : '',
            match (true) {
                $note->surplus <= 0 => '',
                /* translators: %s: amount */
                $note->to_refund() > 0 => sprintf(__('You already paid %s of this amount. We’re refunding it to your original payment method.', 'counterfoil'), $money($note->surplus)),
                /* translators: %s: amount */
                default => sprintf(__('You already paid %s of this amount. We added it to your credit balance.', 'counterfoil'), $money($note->surplus)),
            },
        ]));
    }
}
