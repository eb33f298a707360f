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
use Counterfoil\Payments\Reversals\ReturnReason;

/** To a client whose bank returned a debit we had thanked for, about invoice_id. data: amount, currency, method, reason (a ReturnReason). */
final readonly class PaymentReturnedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    /** It takes back what a receipt said, so it can't be turned off. */
    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Payment returned', 'counterfoil'),
            __('Sent when the client’s bank returns a direct debit we had already confirmed.', 'counterfoil'),
            false,
            InvoiceParts::samples() + ['reason' => __('insufficient funds', 'counterfoil')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null) {
            return null;
        }
        $several = $this->parts->several($mail);
        $due = $several === [] ? $invoice->due() : BillsInMail::due($several);
        $amount = $letterhead->money($this->parts->sum($mail));
        $why = ReturnReason::tryFrom($mail->text('reason'))?->words() ?? '';
        $method = $mail->text('method');
        $news = $why === ''
            /* translators: %s: amount */
            ? sprintf(__('Your bank returned your payment of %s.', 'counterfoil'), $amount)
            /* translators: 1: amount, 2: why, "insufficient funds" */
            : sprintf(__('Your bank returned your payment of %1$s. Reason: %2$s.', 'counterfoil'), $amount, $why);

        return new Letter(
            $several === []
                /* translators: %s: invoice number */
                ? sprintf(__('Your payment for invoice %s was returned', 'counterfoil'), $invoice->number)
                /* translators: %s: amount */
                : sprintf(__('Your payment of %s was returned', 'counterfoil'), $amount),
            $news,
            /* translators: %s: amount */
            sprintf(__('Your payment of %s was returned', 'counterfoil'), $amount),
            [
                Greeting::of($mail),
                $news,
                match (true) {
                    $due->is_zero() => __('We had confirmed this payment, but the money went back to your account.', 'counterfoil'),
                    $several === [] => __('We had confirmed this payment, but the money went back to your account. The invoice is due again. You can pay it with the same or another payment method.', 'counterfoil'),
                    default => __('We had confirmed this payment, but the money went back to your account. The invoices below are due again. You can pay them with the same or another payment method.', 'counterfoil'),
                },
            ],
            [
                ...$this->parts->bills($invoice, $several, $letterhead),
                ...($method === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $method)]),
                ...$several === [] ? [new Fact(__('Due date', 'counterfoil'), $letterhead->day($invoice->due_date))] : [],
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($due), true),
            ],
            $several === [] ? $this->parts->pay($mail, $letterhead, $invoice, __('Pay again', 'counterfoil')) : $this->parts->pay_together($mail, $letterhead, $several, __('Pay again', 'counterfoil')),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead) + ['reason' => $why]
        );
    }
}
