<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\ImageRepository;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Documents\PdfPainter;
use Counterfoil\Documents\PdfRepository;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use LogicException;

/**
 * Issued invoices as they are for good. The PDF is made once, from the kept paper, by whoever needs it first:
 * who mails it, who downloads it, or the worker.
 */
final readonly class InvoiceArchive
{
    public function __construct(
        private Database $database,
        private FormRepository $forms,
        private ImageRepository $images,
        private PdfRepository $pdfs,
        private PdfPainter $painter,
        private Glyphs $glyphs,
        private PdfFont $font,
    ) {
    }

    /** What was copied into it when it was issued; null for a draft. */
    public function form(int $invoice_id): ?StoredForm
    {
        return $this->forms->find(DocumentKind::Invoice, $invoice_id) ?? $this->forms->find(DocumentKind::ProForma, $invoice_id);
    }

    /** Null for a draft. */
    public function paper(int $invoice_id): ?Paper
    {
        return $this->form($invoice_id)?->paper($this->images->get(...));
    }

    /**
     * @return string the PDF, byte for byte as it is mailed
     * @throws DomainError 404 when it was never issued
     */
    public function pdf(int $invoice_id): string
    {
        return $this->pdfs->find(PdfKind::Invoice, $invoice_id) ?? $this->make($invoice_id);
    }

    /** What somebody gets who asks for its PDF now: of a void one a copy that says so, so that nobody pays by it. */
    public function download(Invoice $invoice, bool $is_saved = false): Download
    {
        return new Download($invoice->status->is_called_off() ? $this->void_copy($invoice->id) : $this->pdf($invoice->id), $this->filename($invoice), is_saved: $is_saved);
    }

    /** "INV-0042.pdf" */
    public function filename(Invoice $invoice): string
    {
        $name = trim((string) preg_replace('/[^\p{L}\p{N}._-]+/u', '-', $invoice->number ?? ''), '-.');

        return ($name !== '' ? $name : 'draft-invoice') . ($invoice->status->is_called_off() ? "-{$invoice->status->value}" : '') . '.pdf';
    }

    private function void_copy(int $invoice_id): string
    {
        $kept = $this->pdfs->find(PdfKind::VoidInvoice, $invoice_id);
        if ($kept !== null) {
            return $kept;
        }
        $form = $this->form($invoice_id) ?? throw DomainError::not_found();
        $number = (string) $form->content['number'];
        $is_pro_forma = $form->content['kind'] === DocumentKind::ProForma->value;
        $paper = DocumentLanguage::on_paper((string) $form->content['locale'], $this->glyphs, fn (): Paper => $form->paper($this->images->get(...))->closed(
            /* translators: %s: invoice number */
            sprintf($is_pro_forma ? __('Pro forma invoice %s (withdrawn)', 'counterfoil') : __('Invoice %s (void)', 'counterfoil'), $number),
            $is_pro_forma ? __('Withdrawn: nothing to pay', 'counterfoil') : __('Void: nothing to pay', 'counterfoil')
        ));

        return $this->pdfs->keep(PdfKind::VoidInvoice, $invoice_id, Pdf::render($paper, "{$number}-void", Timestamps::from_row($form->content['issued_at']), $this->painter, $this->font));
    }

    /** The same paper, number and moment of issue make the same bytes, whoever makes them and when. */
    private function make(int $invoice_id): string
    {
        if ($this->database->is_in_transaction()) {
            throw new LogicException('A PDF takes long to draw: not in a transaction.');
        }
        $form = $this->form($invoice_id) ?? throw DomainError::not_found();
        $paper = $form->paper($this->images->get(...));
        if (! $this->glyphs->can_draw_paper($paper)) {
            throw self::font_is_gone();
        }
        $pdf = Pdf::render($paper, $form->content['number'], Timestamps::from_row($form->content['issued_at']), $this->painter, $this->font);

        return $this->pdfs->keep(PdfKind::Invoice, $invoice_id, $pdf);
    }

    /** What was checked when it was issued can't be drawn any more; marks in place of letters are not kept for good. */
    private static function font_is_gone(): DomainError
    {
        return DomainError::conflict('pdf_font_gone', __('The font for this PDF is missing from the server. Choose the PDF font again in the invoice settings.', 'counterfoil'));
    }
}
