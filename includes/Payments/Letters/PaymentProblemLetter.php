<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\Reversals\ReturnReason;

/** To the agency, about invoice_id: money that was on its way does not come, or came back. data: kind ("failed", "returned"), amount, currency, client, reason (a ReturnReason) or failure (the gateway's words). */
final readonly class PaymentProblemLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null) {
            return null;
        }
        $several = $this->parts->several($mail);
        $amount = $letterhead->money($this->parts->sum($mail));
        $is_return = $mail->text('kind') === 'returned';
        $why = $is_return ? (ReturnReason::tryFrom($mail->text('reason'))?->words() ?? '') : $mail->text('failure');
        $news = sprintf(
            match (true) {
                /* translators: 1: amount, 2: name of a client */
                $is_return && $several !== [] => __('The bank of %2$s returned a payment of %1$s that you had received. The money was withdrawn from your balance, and the invoices below are due again.', 'counterfoil'),
                /* translators: 1: amount, 2: name of a client */
                $is_return => __('The bank of %2$s returned a payment of %1$s that you had received. The money was withdrawn from your balance, and the invoice is due again.', 'counterfoil'),
                /* translators: 1: amount, 2: name of a client */
                $several !== [] => __('A payment of %1$s from %2$s that was on its way didn’t arrive. The invoices below remain due.', 'counterfoil'),
                /* translators: 1: amount, 2: name of a client */
                default => __('A payment of %1$s from %2$s that was on its way didn’t arrive. The invoice remains due.', 'counterfoil'),
            },
            $amount,
            $mail->text('client')
        );
        $heading = sprintf(
            $is_return
                /* translators: %s: amount */
                ? __('A payment of %s was returned', 'counterfoil')
                /* translators: %s: amount */
                : __('A payment of %s failed', 'counterfoil'),
            $amount
        );

        return new Letter(
            $several !== [] ? $heading : sprintf(
                $is_return
                    /* translators: %s: invoice number */
                    ? __('The payment for invoice %s was returned', 'counterfoil')
                    /* translators: %s: invoice number */
                    : __('The payment for invoice %s failed', 'counterfoil'),
                $invoice->number
            ),
            $news,
            $heading,
            [$news, __('We emailed the client, who can pay again. Reminders continue as scheduled.', 'counterfoil')],
            [
                ...$this->parts->bills($invoice, $several, $letterhead),
                ...($why === '' ? [] : [new Fact(__('Reason', 'counterfoil'), $why)]),
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($several === [] ? $invoice->due() : BillsInMail::due($several)), true),
            ]
        );
    }
}
