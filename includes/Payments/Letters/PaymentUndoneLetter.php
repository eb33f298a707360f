<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** To a client who got a receipt for money that was recorded by mistake, about invoice_id, or of credit that is no invoice's. data: amount, currency, method, why. It takes back what another mail said. */
final readonly class PaymentUndoneLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $invoice = $this->parts->invoice($mail);
        $several = $this->parts->several($mail);
        $amount = $letterhead->money($this->parts->sum($mail));
        $method = $mail->text('method');

        return new Letter(
            $invoice === null || $several !== []
                ? __('Correction: a payment was recorded by mistake', 'counterfoil')
                /* translators: %s: invoice number */
                : sprintf(__('Correction: payment for invoice %s recorded by mistake', 'counterfoil'), $invoice->number),
            /* translators: %s: amount */
            sprintf(__('The payment of %s no longer counts.', 'counterfoil'), $amount),
            /* translators: %s: amount */
            sprintf(__('We recorded a payment of %s by mistake', 'counterfoil'), $amount),
            array_values(array_filter([
                Greeting::of($mail),
                match (true) {
                    $invoice === null => __('We told you that we had received this payment, but we recorded it by mistake. It was removed from your credit balance. Please disregard our earlier email.', 'counterfoil'),
                    $several !== [] => __('We told you that we had received this payment, but we recorded it by mistake. The invoices below are due again. Please disregard the receipt.', 'counterfoil'),
                    default => __('We told you that we had received this payment, but we recorded it by mistake. The invoice is due again. Please disregard the receipt.', 'counterfoil'),
                },
                $mail->text('why'),
            ])),
            [
                ...($invoice === null ? [] : $this->parts->bills($invoice, $several, $letterhead)),
                ...($method === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $method)]),
                new Fact(__('Recorded by mistake', 'counterfoil'), $amount, true),
            ],
            $invoice === null ? null : $this->parts->view($mail, $letterhead, $invoice),
            [Greeting::questions()]
        );
    }
}
