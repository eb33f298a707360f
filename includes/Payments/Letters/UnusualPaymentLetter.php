<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Shared\Viewer;

/** To the agency, about invoice_id. data: payment (its id). Money came that nobody asked for, or other money than was asked for. */
final readonly class UnusualPaymentLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts, private PaymentRepository $payments)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        $payment = $this->payments->find($mail->number('payment'), Viewer::system());
        if ($invoice === null || $payment === null || $payment->flag === null) {
            return null;
        }

        return new Letter(
            /* translators: %s: invoice number */
            sprintf(__('A payment for invoice %s needs a look', 'counterfoil'), $invoice->number),
            $payment->flag_in_words(),
            __('A payment needs a look', 'counterfoil'),
            [$payment->flag_in_words()],
            [
                $this->parts->number($invoice),
                new Fact(__('Payment method', 'counterfoil'), PaymentResource::method($payment)),
                new Fact(__('Received', 'counterfoil'), $letterhead->money($payment->received), true),
            ],
            null,
            [__('Look at the invoice in WordPress: you can refund what is over, or leave it as the client’s credit.', 'counterfoil')]
        );
    }
}
