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
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** About invoice_id. data: amount, currency, failure (a finished sentence: why, and what to do). */
final readonly class PaymentFailedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Payment failed', 'counterfoil'),
            __('Sent when a client’s payment doesn’t go through after they left the page.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['reason' => __('Your card was declined. Use another card or contact your bank.', 'counterfoil')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        $several = $this->parts->several($mail);
        if ($invoice === null || ($several === [] ? $invoice->due() : BillsInMail::due($several))->is_zero()) {
            return null;
        }
        $amount = $letterhead->money($this->parts->sum($mail));

        return new Letter(
            $several !== []
                /* translators: %s: amount */
                ? sprintf(__('Your payment of %s didn’t go through', 'counterfoil'), $amount)
                /* translators: %s: invoice number */
                : sprintf($invoice->is_pro_forma() ? __('Your payment for pro forma invoice %s didn’t go through', 'counterfoil') : __('Your payment for invoice %s didn’t go through', 'counterfoil'), $invoice->number),
            $mail->text('failure'),
            /* translators: %s: amount */
            sprintf(__('Your payment of %s didn’t go through', 'counterfoil'), $amount),
            array_values(array_filter([
                Greeting::of($mail),
                $mail->text('failure'),
                __('You weren’t charged. You can try again with the same or another payment method.', 'counterfoil'),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            [
                ...$this->parts->bills($invoice, $several, $letterhead),
                ...$several === [] ? [new Fact(__('Due date', 'counterfoil'), $letterhead->day($invoice->due_date))] : [],
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($several === [] ? $invoice->due() : BillsInMail::due($several)), true),
            ],
            $several === [] ? $this->parts->pay($mail, $letterhead, $invoice, __('Try again', 'counterfoil')) : $this->parts->pay_together($mail, $letterhead, $several, __('Try again', 'counterfoil')),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead) + ['reason' => $mail->text('failure')]
        );
    }
}
