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
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** About invoice_id, which was mailed before its client's credit paid some of it. data: amount, currency. */
final readonly class CreditUsedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Credit balance used', 'counterfoil'),
            __('Sent when a client’s credit balance pays an invoice they already received.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['amount_used' => InvoiceParts::samples()['total']]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null || $invoice->status === InvoiceStatus::Void) {
            return null;
        }
        $used = $letterhead->money($this->parts->sum($mail));
        $news = $invoice->is_payable()
            /* translators: 1: amount, 2: invoice number, 3: amount */
            ? sprintf($invoice->is_pro_forma() ? __('We used %1$s of your credit balance for pro forma invoice %2$s. The amount due is now %3$s.', 'counterfoil') : __('We used %1$s of your credit balance for invoice %2$s. The amount due is now %3$s.', 'counterfoil'), $used, $invoice->number, $letterhead->money($invoice->due()))
            /* translators: 1: amount, 2: invoice number */
            : sprintf($invoice->is_pro_forma() ? __('We used %1$s of your credit balance for pro forma invoice %2$s. You don’t need to pay anything else.', 'counterfoil') : __('We used %1$s of your credit balance for invoice %2$s. You don’t need to pay anything else.', 'counterfoil'), $used, $invoice->number);

        return new Letter(
            /* translators: 1: invoice number, 2: name of the business */
            sprintf($invoice->is_pro_forma() ? __('Your credit balance was used for pro forma invoice %1$s from %2$s', 'counterfoil') : __('Your credit balance was used for invoice %1$s from %2$s', 'counterfoil'), $invoice->number, $letterhead->name()),
            $news,
            /* translators: %s: amount */
            sprintf(__('%s of your credit balance used', 'counterfoil'), $used),
            array_values(array_filter([Greeting::of($mail), $news, $this->parts->how($mail, $letterhead, $invoice)], static fn (string $paragraph): bool => $paragraph !== '')),
            [
                $this->parts->number($invoice),
                new Fact(__('Credit balance used', 'counterfoil'), $used),
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($invoice->due()), true),
            ],
            $this->parts->view_and_pay($mail, $letterhead, $invoice),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead) + ['amount_used' => $used]
        );
    }
}
