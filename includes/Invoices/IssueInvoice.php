<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Activity\EventLog;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Documents\Pdf;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Numbers a draft, copies into it all that it says, keeps its PDF and leaves its mails, all in one
 * transaction: an invoice that was issued has all of these, one that failed has none, not even a number.
 */
final readonly class IssueInvoice
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Invoicing $invoicing
     */
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private TermsCheck $check,
        private ClientRepository $clients,
        private NumberSeries $series,
        private InvoicePapers $papers,
        private InvoiceArchive $archive,
        private InvoiceMails $mails,
        private EventLog $events,
        private Clock $clock,
        private Closure $business,
        private Closure $invoicing,
    ) {
    }

    /**
     * @param int $version the one that was looked at before sending
     * @throws DomainError 400 naming what is missing, 404, or 409 when it was issued or changed meanwhile
     */
    public function handle(int $id, int $version, Actor $actor): Invoice
    {
        return $this->database->transaction(function () use ($id, $version, $actor): Invoice {
            $draft = $this->invoices->get($id);
            if (! $draft->status->may_become(InvoiceStatus::Issued)) {
                throw Refusals::not_a_draft();
            }
            if ($draft->version !== $version) {
                throw Refusals::changed_meanwhile();
            }
            $today = Timestamps::day($this->clock->now(), ($this->business)()->timezone);
            $terms = $this->check->check($this->invoices->terms($draft));
            $recipients = $this->check->check_complete($terms, $this->clients->get($draft->client_id, Viewer::system()), $today);
            $invoice = $this->issue($draft, $terms, $today);
            $this->events->record('invoice.sent', [['invoice', $id]], $invoice->client_id, $actor, [
                'number' => $invoice->number,
                'amount' => $invoice->total,
                'currency' => $invoice->currency->code,
                'recipients' => implode(', ', array_column($recipients, 'email')),
            ]);
            if ($invoice->total === 0) {
                $this->events->record('invoice.paid', [['invoice', $id]], $invoice->client_id, Actor::system(), ['number' => $invoice->number, 'amount' => 0, 'currency' => $invoice->currency->code]);
            }
            $this->mails->leave($invoice, $recipients, 'issued');
            $this->database->after_commit(static fn () => do_action('counterfoil_invoice_issued', $id));

            return $invoice;
        });
    }

    private function issue(Invoice $draft, InvoiceTerms $terms, string $today): Invoice
    {
        $number = $this->series->next(DocumentKind::Invoice, ($this->invoicing)()->format(), $today);
        $now = $this->clock->now();
        $facts = $this->papers->facts_of_issue($draft->id, $terms, InvoiceTotals::stored($draft, $terms->lines), $number->text, $today);
        $document = $this->papers->write($facts);
        try {
            // An invoice over nothing is paid: nobody is asked for money.
            $hit = $this->invoices->issue($draft->id, $draft->version, $number, $today, $facts->to_document($document->to_array()), $draft->total === 0, $now);
        } catch (UniqueViolation) {
            throw Refusals::number_taken($number->text);
        }
        if (! $hit) {
            throw Refusals::changed_meanwhile();
        }
        $this->archive->keep($draft->id, Pdf::render($document, $number->text, $now));

        return $this->invoices->get($draft->id);
    }
}
