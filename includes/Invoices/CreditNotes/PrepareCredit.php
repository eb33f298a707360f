<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Clients\Recipients;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\NumberSeries;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** What comes before an invoice is credited: what it comes to, and its paper; all that takes long. Changes nothing but the series. */
final readonly class PrepareCredit
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private InvoiceRepository $invoices,
        private CreditNoteRepository $notes,
        private InvoiceArchive $archive,
        private ClientRepository $clients,
        private Recipients $recipients,
        private NumberSeries $series,
        private PrintCheck $print_check,
        private Glyphs $glyphs,
        private Closure $calendar,
        private NumberingRepository $numbering,
    ) {
    }

    /**
     * @return array{Invoice, Creditable}
     * @throws DomainError 404, or 409 when there is nothing to credit
     */
    public function creditable(int $invoice_id, Viewer $viewer): array
    {
        $invoice = $this->invoices->get($invoice_id, $viewer);
        if ($invoice->status !== InvoiceStatus::Issued) {
            throw match ($invoice->status) {
                InvoiceStatus::Draft => Refusals::not_issued(),
                InvoiceStatus::Withdrawn => Refusals::withdrawn(),
                default => Refusals::void(),
            };
        }
        if ($invoice->is_pro_forma()) {
            throw Refusals::is_pro_forma();
        }
        $lines = $this->invoices->lines($invoice->id);
        $before = array_map(static fn (CreditNote $note): CreditTotals => $note->totals, $this->notes->of_invoice($invoice->id));
        $creditable = Creditable::of(InvoiceTotals::stored($invoice, $lines), $invoice->tax_mode, $lines, $before);
        if ($creditable->left() < 1) {
            throw DomainError::conflict('nothing_to_credit', __('This invoice is already credited in full.', 'counterfoil'));
        }

        return [$invoice, $creditable];
    }

    /**
     * @param int $version of the invoice that was looked at
     * @throws DomainError 400 naming the field, 404, 409 when there is nothing to credit or it changed meanwhile
     */
    public function handle(int $invoice_id, int $version, CreditExtent $extent, string $reason, Viewer $viewer): PreparedCredit
    {
        [$invoice, $creditable] = $this->creditable($invoice_id, $viewer);
        if ($invoice->version !== $version) {
            throw self::changed_meanwhile();
        }
        $totals = $creditable->credit($extent);
        $calendar = ($this->calendar)();
        $today = $calendar->today();
        $format = $this->numbering->format(DocumentKind::CreditNote);
        $form = $this->archive->form($invoice->id) ?? throw DomainError::not_found();
        $content = $form->content;
        $paper = DocumentLanguage::on_paper(
            (string) $content['locale'],
            $this->glyphs,
            static fn (DocumentLanguage $language): Paper => (new CreditNoteWording($invoice, $content['paper'], $totals, $reason, $today, $language))->paper()
        );
        $unprintable = $this->print_check->problems($paper->numbered($format->text(1, $today)));
        if (isset($unprintable['/message'])) {
            throw DomainError::invalid($unprintable['/message'], '/reason');
        }
        $this->series->prepare(DocumentKind::CreditNote, $format, $today);

        return new PreparedCredit(
            $invoice,
            $totals,
            $this->recipients->billing($this->clients->get($invoice->client_id, Viewer::system()), MailPurpose::CreditNotes),
            $format,
            new CreditNoteForm($invoice, $content, $totals, $reason, $paper, $today),
            $calendar,
        );
    }

    public static function changed_meanwhile(): DomainError
    {
        return DomainError::conflict('invoice_changed', __('This invoice changed since you opened it. Reload it to see the latest amounts.', 'counterfoil'));
    }
}
