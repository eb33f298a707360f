<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\ImageRepository;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Invoices\Drafts\TermsCheck;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\IssuedForm;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Invoices\VatExchange;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * All of issuing that takes time and can be done before the number is known: checks, words, settings, the logo.
 * Outside of the transaction, so that nobody who issues waits for another one's logo.
 */
final readonly class PrepareIssue
{
    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): Business $business
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private TermsCheck $check,
        private ClientRepository $clients,
        private NumberSeries $series,
        private NumberingRepository $numbering,
        private ImageRepository $images,
        private InvoicePapers $papers,
        private PrintCheck $print_check,
        private Closure $calendar,
        private Closure $business,
        private VatExchange $exchange,
    ) {
    }

    /**
     * @param int $version the one that was looked at before sending
     * @param bool $invite whether recipients without access to the portal are invited with it
     * @throws DomainError 400 naming what is missing, 404, or 409 when it was issued or changed meanwhile
     */
    public function handle(int $id, int $version, bool $invite): PreparedIssue
    {
        $draft = $this->invoices->get($id, Viewer::system());
        if ($draft->is_draft() && $draft->version !== $version) {
            throw Refusals::changed_meanwhile();
        }

        return $this->of($draft, $invite);
    }

    /**
     * @param bool $invite whether recipients without access to the portal are invited with it
     * @throws DomainError 400 naming what is missing, or 409 when it was issued
     */
    public function of(Invoice $draft, bool $invite): PreparedIssue
    {
        if (! $draft->status->may_become(InvoiceStatus::Issued)) {
            throw Refusals::not_a_draft();
        }
        $calendar = ($this->calendar)();
        $today = $calendar->today();
        $client = $this->clients->get($draft->client_id, Viewer::system());
        $terms = $this->check->check($this->invoices->terms($draft), $client);
        $recipients = $this->check->check_complete($terms, ($this->business)(), $client, $today, $draft->id);
        $format = $this->numbering->format($draft->kind);
        $this->series->prepare($draft->kind, $format, $today);
        $facts = $this->papers->facts_of_issue($draft, $terms, $client, $today, $invite);
        $exchange = $this->exchange->of($terms, $facts->totals);
        if ($exchange !== null && $exchange->rate === null) {
            // Of a pro-forma too: the invoice that its payment makes has to have one.
            $this->exchange->want($exchange, $facts->totals);
            throw Refusals::no_exchange_rate($exchange->currency->code);
        }
        $paper = $this->papers->write($facts);
        $unprintable = $this->print_check->problems($paper->numbered($format->text(1, $today)));
        if ($unprintable !== []) {
            throw DomainError::invalid_fields($unprintable);
        }
        $logo = $paper->logo === null ? null : $this->images->keep($paper->logo);

        return new PreparedIssue($draft, $client, $recipients, $today, $format, new IssuedForm($facts, $paper, $logo, $today), $calendar);
    }
}
