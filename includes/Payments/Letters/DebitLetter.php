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

/** To a client whose account is about to be debited, about invoice_id. data: amount, currency, last4, reference, creditor_id, expected_on ("2026-03-31" or ""). */
final readonly class DebitLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    /** The scheme asks for it, so it can't be turned off here; the payment settings may leave it to the gateway. */
    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Upcoming debit', 'counterfoil'),
            __('Sent when a client pays by SEPA Direct Debit, with the mandate reference. The scheme’s rules require it. If your payment gateway also sends one, turn one of them off in the payment settings.', 'counterfoil'),
            false,
            InvoiceParts::samples()
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null) {
            return null;
        }
        $several = $this->parts->several($mail);
        $amount = $letterhead->money($this->parts->sum($mail));
        $expected = $mail->text('expected_on');
        /* translators: 1: amount, 2: last four digits of an account */
        $news = sprintf(__('We’ll debit %1$s from your account ending in %2$s in the next few days.', 'counterfoil'), $amount, $mail->text('last4'));

        return new Letter(
            $several === []
                /* translators: %s: invoice number */
                ? sprintf(__('Your direct debit for invoice %s', 'counterfoil'), $invoice->number)
                /* translators: %s: amount */
                : sprintf(__('Your direct debit of %s', 'counterfoil'), $amount),
            $news,
            /* translators: %s: amount */
            sprintf(__('Your direct debit of %s', 'counterfoil'), $amount),
            [
                Greeting::of($mail),
                $news,
                __('Please make sure that your account is covered. You don’t need to do anything else. We’ll send you a receipt when we receive the payment.', 'counterfoil'),
            ],
            array_values(array_filter([
                ...$this->parts->bills($invoice, $several, $letterhead),
                new Fact(__('Mandate reference', 'counterfoil'), $mail->text('reference')),
                $mail->text('creditor_id') === '' ? null : new Fact(__('Creditor ID', 'counterfoil'), $mail->text('creditor_id')),
                /* translators: %s: last four digits of an account */
                new Fact(__('Account', 'counterfoil'), sprintf(__('ending in %s', 'counterfoil'), $mail->text('last4'))),
                $expected === '' ? null : new Fact(__('Expected by', 'counterfoil'), $letterhead->day($expected)),
                new Fact(__('Amount', 'counterfoil'), $amount, true),
            ])),
            $this->parts->view($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead)
        );
    }
}
