<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Makes the invoice of a pro-forma that was paid, in the change that brought its money: the same parties, lines and
 * taxes, a number of the invoices, and all the money that came. Only SettleInvoice calls it.
 */
final readonly class InvoiceProForma
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private InvoiceRepository $invoices,
        private ProFormaRepository $pro_formas,
        private MoneyOfProForma $money,
        private PrepareMadeInvoice $prepare,
        private NumberingRepository $numbering,
        private NumberSeries $series,
        private FormRepository $forms,
        private InvoiceMails $mails,
        private BillRecipients $recipients,
        private ClientRepository $clients,
        private AttachmentRepository $files,
        private Clock $clock,
        private Closure $calendar,
    ) {
    }

    /**
     * The caller holds the pro-forma's row.
     *
     * @param DateTimeImmutable $paid_at when the money came that completes it
     * @return Invoice with nothing paid of it yet: its money is settled by the caller
     */
    public function handle(Change $change, Invoice $pro_forma, DateTimeImmutable $paid_at): Invoice
    {
        $calendar = ($this->calendar)();
        $format = $this->numbering->format(DocumentKind::Invoice);
        $recipients = $this->recipients->of($pro_forma->id, $this->clients->get($pro_forma->client_id, Viewer::system()));
        $day = $calendar->today();
        $form = $this->prepare->handle($pro_forma, $day, $calendar->day($paid_at));
        if (! $this->pro_formas->close($pro_forma, $paid_at)) {
            throw Refusals::changed_meanwhile();
        }
        // Up to 10 MB: before everybody else has to wait.
        $files = $this->files->copy($pro_forma->id, null);
        // From here on everybody else who issues waits.
        $number = $this->series->next(DocumentKind::Invoice, $format, $day);
        $today = $calendar->today();
        if ($today !== $day && $format->period($today) === $number->period) {
            // Somebody may have a number of the new day already: dates go up as numbers do.
            $day = $today;
            $form = $this->prepare->handle($pro_forma, $day, $calendar->day($paid_at));
        }
        $now = $this->clock->now();
        $id = $this->pro_formas->make_invoice($pro_forma, $number, $day, $now);
        $this->forms->keep(DocumentKind::Invoice, $id, $form->with($number, $now));
        foreach ($files as $file) {
            $this->files->claim($file, $id);
        }
        $this->money->goes_over($pro_forma->id, $id);
        $invoice = $this->invoices->get($id, Viewer::system());
        $change->event('invoice.made', [['invoice', $id], ['invoice', $pro_forma->id]], $invoice->client_id, [
            'number' => $number->text,
            'pro_forma' => $pro_forma->number,
            'amount' => $invoice->total,
            'currency' => $invoice->currency->code,
        ]);
        $this->mails->issued($change, [[$invoice, $recipients]]);
        $change->job(IssueInvoice::MAKE_PDF, $id, $now->modify('+' . IssueInvoice::MAKE_PDF_AFTER . ' seconds'));
        /** This hook is documented in IssueInvoice. */
        $change->hook('invoice_issued', $id);
        /**
         * Fires once a pro forma invoice is paid in full and the payment created its invoice.
         *
         * @param int $pro_forma_id
         * @param int $invoice_id the new invoice
         * @since 0.2.0
         */
        $change->hook('pro_forma_paid', $pro_forma->id, $id);

        return $invoice;
    }
}
