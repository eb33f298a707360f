<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Letters;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;

/** About invoice_id; the refund's own paper is attached. data: refund_id, refunded_at (as in a row), amount, currency (what went back), method, why (the staff’s words, may be empty). */
final readonly class RefundLetter implements CustomisableLetter
{
    public function __construct(private InvoiceParts $parts, private Receipts $receipts)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Refund', 'counterfoil'),
            __('Sent when you refund a payment.', 'counterfoil'),
            true,
            InvoiceParts::samples() + ['amount_refunded' => InvoiceParts::samples()['total']]
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
        $confirmation = $mail->number('refund_id') === 0 ? null : $this->receipts->of_refund($mail->number('refund_id'), Viewer::system());
        $method = $mail->text('method');
        $way = $method === ''
            ? __('The refund goes to your original payment method. It can take up to 10 days to appear, depending on your bank.', 'counterfoil')
            /* translators: %s: payment method, "Visa ending in 4242" */
            : sprintf(__('The refund goes to your original payment method: %s. It can take up to 10 days to appear, depending on your bank.', 'counterfoil'), $method);

        return new Letter(
            $several !== []
                /* translators: 1: amount, 2: name of the business */
                ? sprintf(__('Refund of %1$s from %2$s', 'counterfoil'), $amount, $letterhead->name())
                /* translators: 1: invoice number, 2: name of the business */
                : sprintf($invoice->is_pro_forma() ? __('Refund for pro forma invoice %1$s from %2$s', 'counterfoil') : __('Refund for invoice %1$s from %2$s', 'counterfoil'), $invoice->number, $letterhead->name()),
            $several !== []
                /* translators: %s: amount */
                ? sprintf(__('Your refund of %s is on its way', 'counterfoil'), $amount)
                /* translators: 1: amount, 2: invoice number */
                : sprintf($invoice->is_pro_forma() ? __('Your refund of %1$s for pro forma invoice %2$s is on its way.', 'counterfoil') : __('Your refund of %1$s for invoice %2$s is on its way.', 'counterfoil'), $amount, $invoice->number),
            /* translators: %s: amount */
            sprintf(__('Your refund of %s is on its way', 'counterfoil'), $amount),
            [
                Greeting::of($mail),
                ($several !== []
                    /* translators: 1: name of the business, 2: amount, 3: invoice numbers */
                    ? sprintf(__('%1$s refunded %2$s of your payment for invoices %3$s.', 'counterfoil'), $letterhead->name(), $amount, BillsInMail::numbers($several))
                    /* translators: 1: name of the business, 2: amount, 3: invoice number */
                    : sprintf($invoice->is_pro_forma() ? __('%1$s refunded %2$s of your payment for pro forma invoice %3$s.', 'counterfoil') : __('%1$s refunded %2$s of your payment for invoice %3$s.', 'counterfoil'), $letterhead->name(), $amount, $invoice->number)) . ' ' . $way,
            ],
            [
                ...$this->parts->bills($invoice, $several, $letterhead),
                ...($confirmation === null ? [] : [new Fact(__('Refund number', 'counterfoil'), $this->receipts->number_of_refund($mail->number('refund_id')))]),
                new Fact(__('Refunded on', 'counterfoil'), $letterhead->day_of($mail->text('refunded_at') === '' ? $mail->queued_at : Timestamps::from_row($mail->text('refunded_at')))),
                ...($mail->text('why') === '' ? [] : [new Fact(__('Reason', 'counterfoil'), $mail->text('why'))]),
                new Fact(__('Refunded', 'counterfoil'), $amount, true),
            ],
            $this->parts->view($mail, $letterhead, $invoice),
            [...$confirmation === null ? [] : [__('A confirmation of the refund is attached as a PDF.', 'counterfoil')], Greeting::questions()],
            $confirmation === null ? [] : [new Attachment($confirmation->bytes, $confirmation->filename)],
            $this->parts->values($invoice, $letterhead) + ['amount_refunded' => $amount]
        );
    }
}
