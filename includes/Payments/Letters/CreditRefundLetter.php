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
use Counterfoil\Shared\Clock\Timestamps;

/** To a client whose credit goes back, where it is no invoice's. data: amount, currency, method, refunded_at (as in a row), why (the staff's words, may be empty). */
final readonly class CreditRefundLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Credit balance refunded', 'counterfoil'),
            __('Sent when you refund a credit balance that isn’t from an invoice.', 'counterfoil'),
            true,
            ['amount_refunded' => InvoiceParts::samples()['total']]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $amount = $letterhead->money($this->parts->sum($mail));
        $method = $mail->text('method');
        /* translators: 1: name of the business, 2: amount */
        $news = sprintf(__('%1$s refunded %2$s of your credit balance.', 'counterfoil'), $letterhead->name(), $amount);

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Refund of your credit balance from %s', 'counterfoil'), $letterhead->name()),
            $news,
            /* translators: %s: amount */
            sprintf(__('Your refund of %s is on its way', 'counterfoil'), $amount),
            [
                Greeting::of($mail),
                $news . ' ' . ($method === ''
                    ? __('The refund goes to your original payment method. It can take up to 10 days to appear, depending on your bank.', 'counterfoil')
                    /* translators: %s: payment method, "Visa ending in 4242" */
                    : sprintf(__('The refund goes to your original payment method: %s. It can take up to 10 days to appear, depending on your bank.', 'counterfoil'), $method)),
            ],
            [
                new Fact(__('Refunded on', 'counterfoil'), $letterhead->day_of($mail->text('refunded_at') === '' ? $mail->queued_at : Timestamps::from_row($mail->text('refunded_at')))),
                ...($mail->text('why') === '' ? [] : [new Fact(__('Reason', 'counterfoil'), $mail->text('why'))]),
                new Fact(__('Refunded', 'counterfoil'), $amount, true),
            ],
            null,
            [Greeting::questions()],
            [],
            ['amount_refunded' => $amount]
        );
    }
}
