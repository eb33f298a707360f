<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Letters\InvoiceParts;

/** About invoice_id, a pro-forma that was mailed before; the marked PDF is attached. data: why (the staff’s words, may be empty). */
final readonly class WithdrawnLetter implements LetterWriter
{
    public function __construct(private InvoiceParts $parts)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $pro_forma = $this->parts->invoice($mail);
        if ($pro_forma === null || $pro_forma->status !== InvoiceStatus::Withdrawn) {
            return null;
        }
        $news = sprintf(
            /* translators: 1: name of the business, 2: number of the pro forma invoice */
            __('%1$s withdrew pro forma invoice %2$s. You don’t need to pay it.', 'counterfoil'),
            $letterhead->name(),
            (string) $pro_forma->number
        );
        $kept = $pro_forma->credit();

        return new Letter(
            /* translators: 1: number of the pro forma invoice, 2: name of the business */
            sprintf(__('Pro forma invoice %1$s from %2$s was withdrawn', 'counterfoil'), (string) $pro_forma->number, $letterhead->name()),
            $news,
            /* translators: %s: number of the pro forma invoice */
            sprintf(__('Pro forma invoice %s was withdrawn', 'counterfoil'), (string) $pro_forma->number),
            array_values(array_filter([
                Greeting::of($mail),
                $news,
                /* translators: %s: amount of money */
                $kept->is_zero() ? '' : sprintf(__('What you already paid, %s, is now your credit balance.', 'counterfoil'), $letterhead->money($kept)),
            ], static fn (string $paragraph): bool => $paragraph !== '')),
            [
                $this->parts->number($pro_forma),
                new Fact(__('Issue date', 'counterfoil'), $letterhead->day((string) $pro_forma->issue_date)),
                ...($mail->text('why') === '' ? [] : [new Fact(__('Reason', 'counterfoil'), $mail->text('why'))]),
                new Fact(__('Total', 'counterfoil'), $letterhead->money($pro_forma->total()), true),
            ],
            $this->parts->view($mail, $letterhead, $pro_forma),
            [__('The withdrawn pro forma invoice is attached as a PDF for your records.', 'counterfoil'), Greeting::questions()],
            [$this->parts->pdf($pro_forma)]
        );
    }
}
