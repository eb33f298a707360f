<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Letters;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What mails about an invoice share. */
final readonly class InvoiceParts
{
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceArchive $archive,
        private PortalUrls $urls,
        private OnlinePayment $online,
    ) {
    }

    public function invoice(QueuedMail $mail): ?Invoice
    {
        $invoice = $mail->invoice_id === null ? null : $this->invoices->find($mail->invoice_id, Viewer::system());

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

    /** Whether the reader has a page to look at the invoice. */
    public function is_online(Letterhead $letterhead): bool
    {
        return $this->urls->has_portal_page($letterhead->portal);
    }

    /** Whether the reader can pay it there. */
    public function can_be_paid_online(Letterhead $letterhead, Invoice $invoice): bool
    {
        return $invoice->is_payable() && $this->is_online($letterhead) && $this->online->is_offered($invoice->due());
    }

    /** None where there is no page: the front page knows nothing of invoices. */
    public function view(Letterhead $letterhead, Invoice $invoice): ?Button
    {
        return $this->is_online($letterhead)
            ? new Button(__('View invoice', 'counterfoil'), $this->urls->invoice($letterhead->portal, $invoice->id))
            : null;
    }

    public function view_and_pay(Letterhead $letterhead, Invoice $invoice): ?Button
    {
        return $this->can_be_paid_online($letterhead, $invoice)
            ? new Button(__('View and pay invoice', 'counterfoil'), $this->urls->invoice($letterhead->portal, $invoice->id))
            : $this->view($letterhead, $invoice);
    }

    public function pay(Letterhead $letterhead, Invoice $invoice, string $label): ?Button
    {
        return $this->can_be_paid_online($letterhead, $invoice)
            ? new Button($label, $this->urls->pay($letterhead->portal, $invoice->id))
            : $this->view($letterhead, $invoice);
    }

    /** The sum a mail's data names. */
    public function sum(QueuedMail $mail, string $name = 'amount'): Money
    {
        return Money::of($mail->number($name), $mail->text('currency'));
    }
}
