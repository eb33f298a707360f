<?php

declare(strict_types=1);

namespace Counterfoil\Emails\Letters;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Portal\PortalUrls;
use Counterfoil\Shared\Money\Money;

/** What mails about an invoice share. */
final readonly class InvoiceParts
{
    public function __construct(private InvoiceRepository $invoices, private InvoiceArchive $archive, private PortalUrls $urls)
    {
    }

    public function invoice(QueuedMail $mail): ?Invoice
    {
        $invoice = $mail->invoice_id === null ? null : $this->invoices->find($mail->invoice_id);

        return $invoice === null || $invoice->is_draft() ? null : $invoice;
    }

    /** The bytes that are kept, so that what is mailed is what is downloaded. */
    public function pdf(Invoice $invoice): Attachment
    {
        return new Attachment($this->archive->pdf($invoice->id), $this->archive->filename($invoice));
    }

    public function number(Invoice $invoice): Fact
    {
        return new Fact(__('Invoice', 'counterfoil'), (string) $invoice->number);
    }

    public function view(Letterhead $letterhead, Invoice $invoice): Button
    {
        return new Button(__('View invoice', 'counterfoil'), $this->urls->invoice($letterhead->portal, $invoice->id));
    }

    public function view_and_pay(Letterhead $letterhead, Invoice $invoice): Button
    {
        return $invoice->is_payable()
            ? new Button(__('View and pay invoice', 'counterfoil'), $this->urls->invoice($letterhead->portal, $invoice->id))
            : $this->view($letterhead, $invoice);
    }

    public function pay(Letterhead $letterhead, Invoice $invoice, string $label): Button
    {
        return new Button($label, $this->urls->pay($letterhead->portal, $invoice->id));
    }

    /** The sum a mail's data names. */
    public function sum(QueuedMail $mail, string $name = 'amount'): Money
    {
        return Money::of($mail->number($name), $mail->text('currency'));
    }
}
