<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Documents\ImageRepository;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Documents\PdfPainter;
use Counterfoil\Documents\PdfRepository;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use LogicException;

/** Credit notes as they are for good; the PDF is made once, by whoever needs it first. */
final readonly class CreditNoteArchive
{
    public function __construct(
        private Database $database,
        private FormRepository $forms,
        private ImageRepository $images,
        private PdfRepository $pdfs,
        private PdfPainter $painter,
    ) {
    }

    public function paper(int $id): Paper
    {
        return $this->form($id)->paper($this->images->get(...));
    }

    /**
     * @return string the PDF, byte for byte as it is mailed
     * @throws DomainError 404
     */
    public function pdf(int $id): string
    {
        $kept = $this->pdfs->find(PdfKind::CreditNote, $id);
        if ($kept !== null) {
            return $kept;
        }
        if ($this->database->is_in_transaction()) {
            throw new LogicException('A PDF takes long to draw: not in a transaction.');
        }
        $form = $this->form($id);
        $pdf = Pdf::render($form->paper($this->images->get(...)), $form->content['number'], Timestamps::from_row($form->content['issued_at']), $this->painter);

        return $this->pdfs->keep(PdfKind::CreditNote, $id, $pdf);
    }

    public function download(CreditNote $note, bool $is_saved = false): Download
    {
        return new Download($this->pdf($note->id), $this->filename($note), is_saved: $is_saved);
    }

    /** "CN-0042.pdf" */
    public function filename(CreditNote $note): string
    {
        $name = trim((string) preg_replace('/[^\p{L}\p{N}._-]+/u', '-', $note->number), '-.');

        return ($name !== '' ? $name : 'credit-note') . '.pdf';
    }

    private function form(int $id): StoredForm
    {
        return $this->forms->find(DocumentKind::CreditNote, $id) ?? throw DomainError::not_found();
    }
}
