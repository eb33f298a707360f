<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use RuntimeException;

/** The PDFs of issued invoices. Each is kept when the invoice is issued; what is mailed and downloaded is that one. */
final readonly class InvoiceArchive
{
    public function __construct(private Database $database)
    {
    }

    public function keep(int $invoice_id, string $pdf): void
    {
        $this->database->insert('invoice_documents', [
            'invoice_id' => $invoice_id,
            'pdf' => base64_encode($pdf),
            'sha256' => hash('sha256', $pdf),
        ]);
    }

    /**
     * @return string the PDF, byte for byte as it was mailed
     * @throws DomainError 404 when it was never issued
     */
    public function pdf(int $invoice_id): string
    {
        $row = $this->database->row("SELECT pdf, sha256 FROM {$this->database->table('invoice_documents')} WHERE invoice_id = ?", [$invoice_id]);
        if ($row === null) {
            throw DomainError::not_found();
        }
        $pdf = (string) base64_decode((string) $row['pdf'], true);
        if (! hash_equals((string) $row['sha256'], hash('sha256', $pdf))) {
            throw new RuntimeException("The kept PDF of invoice {$invoice_id} is not what was kept.");
        }

        return $pdf;
    }

    /** "INV-0042.pdf" */
    public function filename(Invoice $invoice): string
    {
        $name = trim((string) preg_replace('/[^\p{L}\p{N}._-]+/u', '-', $invoice->number ?? ''), '-.');

        return ($name !== '' ? $name : 'draft-invoice') . '.pdf';
    }
}
