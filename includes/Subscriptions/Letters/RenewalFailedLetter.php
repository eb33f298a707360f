<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\FailureReason;

/** To a client whose kept method could not be charged, about invoice_id. data: amount, currency, method, reason (a FailureReason), next_on ("2026-03-31" or ""). */
final readonly class RenewalFailedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Subscription payment failed', 'counterfoil'),
            __('Sent when a subscription can’t be charged to the client’s saved payment method.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['reason' => FailureReason::InsufficientFunds->words()]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null || ! $invoice->is_payable()) {
            return null;
        }
        $reason = FailureReason::of($mail->text('reason'));
        $amount = $letterhead->money($this->parts->sum($mail));
        $needs_client = $reason === FailureReason::NeedsClient;
        $heading = $needs_client
            /* translators: %s: amount */
            ? sprintf(__('Please confirm your payment of %s', 'counterfoil'), $amount)
            /* translators: %s: amount */
            : sprintf(__('Your payment of %s didn’t go through', 'counterfoil'), $amount);

        return new Letter(
            $needs_client
                /* translators: %s: invoice number */
                ? sprintf(__('Please confirm your payment for invoice %s', 'counterfoil'), $invoice->number)
                /* translators: %s: invoice number */
                : sprintf($invoice->is_pro_forma() ? __('Your payment for pro forma invoice %s didn’t go through', 'counterfoil') : __('Your payment for invoice %s didn’t go through', 'counterfoil'), $invoice->number),
            $reason->words(),
            $heading,
            [
                Greeting::of($mail),
                $reason->words(),
                $mail->text('next_on') === ''
                    ? __('You weren’t charged, and we won’t try again by ourselves. Please pay the invoice with another payment method.', 'counterfoil')
                    /* translators: %s: date */
                    : sprintf(__('You weren’t charged. We’ll try again on %s. You can also pay now with the same or another payment method.', 'counterfoil'), $letterhead->day($mail->text('next_on'))),
            ],
            [
                $this->parts->number($invoice),
                new Fact(__('Due date', 'counterfoil'), $letterhead->day($invoice->due_date)),
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($invoice->due()), true),
            ],
            $this->parts->pay($mail, $letterhead, $invoice, $needs_client ? __('Confirm payment', 'counterfoil') : __('Pay now', 'counterfoil')),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead) + ['reason' => $reason->words()]
        );
    }
}
