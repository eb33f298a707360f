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

/** To a client whose portal access is suspended because invoice_id, of a subscription, stays unpaid. */
final readonly class AccessSuspendedLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Portal access suspended', 'counterfoil'),
            __('Sent when a client’s portal access is suspended because an invoice of a subscription stays unpaid.', 'counterfoil'),
            true,
            InvoiceParts::samples()
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $invoice = $this->parts->invoice($mail);
        if ($invoice === null || ! $invoice->is_payable()) {
            return null;
        }
        $news = sprintf(
            $invoice->is_pro_forma()
                /* translators: %s: number of the pro forma invoice */
                ? __('Pro forma invoice %s is still unpaid, so your portal access is suspended.', 'counterfoil')
                /* translators: %s: invoice number */
                : __('Invoice %s is still unpaid, so your portal access is suspended.', 'counterfoil'),
            (string) $invoice->number
        );

        return new Letter(
            __('Your portal access is suspended', 'counterfoil'),
            $news,
            __('Your portal access is suspended', 'counterfoil'),
            [Greeting::of($mail), $news, __('We’ll restore it automatically as soon as everything overdue for your subscriptions is paid. Until then, you can still view and pay your open invoices.', 'counterfoil')],
            [
                $this->parts->number($invoice),
                new Fact(__('Due date', 'counterfoil'), $letterhead->day($invoice->due_date)),
                new Fact(__('Amount due', 'counterfoil'), $letterhead->money($invoice->due()), true),
            ],
            $this->parts->pay($mail, $letterhead, $invoice, __('Pay now', 'counterfoil')),
            [Greeting::questions()],
            [],
            $this->parts->values($invoice, $letterhead)
        );
    }
}
