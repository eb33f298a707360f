<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** To a client who was told of a refund that did not arrive, about invoice_id, or of credit that was no invoice's. data: amount, currency, method. */
final readonly class RefundFailedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    /** It takes back what another mail said, so it can't be turned off. */
    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Refund failed', 'counterfoil'),
            __('Sent when a refund we told the client about didn’t go through.', 'counterfoil'),
            false,
            ['number' => InvoiceParts::samples()['number'], 'amount_refunded' => InvoiceParts::samples()['total']]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $invoice = $this->parts->invoice($mail);
        $several = $this->parts->several($mail);
        $amount = $letterhead->money($this->parts->sum($mail));
        $method = $mail->text('method');

        return new Letter(
            $invoice === null || $several !== []
                ? __('Your refund didn’t go through', 'counterfoil')
                /* translators: %s: invoice number */
                : sprintf($invoice->is_pro_forma() ? __('Your refund for pro forma invoice %s didn’t go through', 'counterfoil') : __('Your refund for invoice %s didn’t go through', 'counterfoil'), $invoice->number),
            /* translators: %s: amount */
            sprintf(__('We couldn’t return %s to the original payment method.', 'counterfoil'), $amount),
            /* translators: %s: amount */
            sprintf(__('Your refund of %s didn’t go through', 'counterfoil'), $amount),
            [
                Greeting::of($mail),
                __('We told you that this refund was on its way, but your bank didn’t accept it. This can happen when a card or account was closed.', 'counterfoil'),
                __('We still owe you this amount and will return it another way. Reply to this email to let us know how you’d like to receive it.', 'counterfoil'),
            ],
            [
                ...($invoice === null ? [] : $this->parts->bills($invoice, $several, $letterhead)),
                ...($method === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $method)]),
                new Fact(__('Not refunded', 'counterfoil'), $amount, true),
            ],
            $invoice === null ? null : $this->parts->view($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [],
            ['number' => (string) $invoice?->number, 'amount_refunded' => $amount]
        );
    }
}
