<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** To the agency, about invoice_id, or of credit that was no invoice's: a refund failed after it had been accepted. data: amount, currency, client, failure (the gateway's words), told. */
final readonly class RefundProblemLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $invoice = $this->parts->invoice($mail);
        $several = $this->parts->several($mail);
        $amount = $letterhead->money($this->parts->sum($mail));
        $news = sprintf(
            match (true) {
                $invoice === null => $this->of_credit($mail),
                $several !== [] => $mail->number('told') === 1
                    /* translators: 1: amount, 2: name of a client */
                    ? __('The refund of %1$s to %2$s failed. The money was returned to you, and the invoices show the payment as received. We emailed the client.', 'counterfoil')
                    /* translators: 1: amount, 2: name of a client */
                    : __('The refund of %1$s to %2$s failed. The money was returned to you, and the invoices show the payment as received.', 'counterfoil'),
                $mail->number('told') === 1 =>
                /* translators: 1: amount, 2: name of a client */
                    $invoice->is_pro_forma() ? __('The refund of %1$s to %2$s failed. The money was returned to you, and the pro forma invoice shows the payment as received. We emailed the client.', 'counterfoil') : __('The refund of %1$s to %2$s failed. The money was returned to you, and the invoice shows the payment as received. We emailed the client.', 'counterfoil'),
                /* translators: 1: amount, 2: name of a client */
                default => $invoice->is_pro_forma() ? __('The refund of %1$s to %2$s failed. The money was returned to you, and the pro forma invoice shows the payment as received.', 'counterfoil') : __('The refund of %1$s to %2$s failed. The money was returned to you, and the invoice shows the payment as received.', 'counterfoil'),
            },
            $amount,
            $mail->text('client')
        );

        return new Letter(
            $invoice === null || $several !== []
                /* translators: %s: name of a client */
                ? sprintf(__('A refund to %s failed', 'counterfoil'), $mail->text('client'))
                /* translators: %s: invoice number */
                : sprintf($invoice->is_pro_forma() ? __('A refund for pro forma invoice %s failed', 'counterfoil') : __('A refund for invoice %s failed', 'counterfoil'), $invoice->number),
            $news,
            /* translators: %s: amount */
            sprintf(__('A refund of %s failed', 'counterfoil'), $amount),
            [$news, $invoice === null
                ? __('Refund the client another way, for example by bank transfer, and record the refund on the client’s page.', 'counterfoil')
                : ($invoice->is_pro_forma() ? __('Refund the client another way, for example by bank transfer, and record the refund on the pro forma invoice.', 'counterfoil') : __('Refund the client another way, for example by bank transfer, and record the refund on the invoice.', 'counterfoil'))],
            [
                ...($invoice === null ? [] : $this->parts->bills($invoice, $several, $letterhead)),
                ...($mail->text('failure') === '' ? [] : [new Fact(__('Message from the gateway', 'counterfoil'), $mail->text('failure'))]),
                new Fact(__('Not refunded', 'counterfoil'), $amount, true),
            ]
        );
    }

    private function of_credit(QueuedMail $mail): string
    {
        return $mail->number('told') === 1
            /* translators: 1: amount, 2: name of a client */
            ? __('The refund of %1$s to %2$s failed. The money was returned to you and is in the client’s credit balance again. We emailed the client.', 'counterfoil')
            /* translators: 1: amount, 2: name of a client */
            : __('The refund of %1$s to %2$s failed. The money was returned to you and is in the client’s credit balance again.', 'counterfoil');
    }
}
