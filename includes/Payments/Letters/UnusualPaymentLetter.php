<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\PaymentFlag;

/**
 * To the agency, about invoice_id: money came that nobody asked for, or other money than was asked for.
 * data: flag (a PaymentFlag), amount and currency (asked for), took and took_currency, received, method.
 */
final readonly class UnusualPaymentLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        $why = PaymentFlag::tryFrom($mail->text('flag'))?->words($this->parts->sum($mail), $mail->number('took'), $mail->text('took_currency'));
        if ($invoice === null || $why === null) {
            return null;
        }

        return new Letter(
            /* translators: %s: invoice number */
            sprintf($invoice->is_pro_forma() ? __('A payment for pro forma invoice %s needs your attention', 'counterfoil') : __('A payment for invoice %s needs your attention', 'counterfoil'), $invoice->number),
            $why,
            __('A payment needs your attention', 'counterfoil'),
            [$why],
            [
                $this->parts->number($invoice),
                ...($mail->text('method') === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $mail->text('method'))]),
                new Fact(__('Received', 'counterfoil'), $letterhead->money($this->parts->sum($mail, 'received')), true),
            ],
            null,
            [$invoice->is_pro_forma() ? __('Open the pro forma invoice to refund the excess, or keep it as the client’s credit balance.', 'counterfoil') : __('Open the invoice to refund the excess, or keep it as the client’s credit balance.', 'counterfoil')]
        );
    }
}
