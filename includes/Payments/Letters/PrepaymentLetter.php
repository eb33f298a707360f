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

/** To a client whose money came for no invoice yet. data: amount, currency, method, paid_at (as in a row). */
final readonly class PrepaymentLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Prepayment received', 'counterfoil'),
            __('Sent when you record a payment that is for no invoice yet.', 'counterfoil'),
            true,
            ['amount_paid' => InvoiceParts::samples()['total'], 'paid_on' => InvoiceParts::samples()['issue_date']]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $paid = $letterhead->money($this->parts->sum($mail));
        $day = $letterhead->day_of($mail->text('paid_at') === '' ? $mail->queued_at : Timestamps::from_row($mail->text('paid_at')));
        $method = $mail->text('method');
        /* translators: %s: amount */
        $news = sprintf(__('We received your payment of %s and added it to your credit balance. You can use it for your next invoices.', 'counterfoil'), $paid);

        return new Letter(
            /* translators: 1: amount, 2: name of the business */
            sprintf(__('%2$s received your payment of %1$s', 'counterfoil'), $paid, $letterhead->name()),
            $news,
            /* translators: %s: amount */
            sprintf(__('Thank you for your payment of %s', 'counterfoil'), $paid),
            [Greeting::of($mail), $news],
            [
                new Fact(__('Received', 'counterfoil'), $day),
                ...($method === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $method)]),
                new Fact(__('Added to your credit balance', 'counterfoil'), $paid, true),
            ],
            null,
            [Greeting::questions()],
            [],
            ['amount_paid' => $paid, 'paid_on' => $day]
        );
    }
}
