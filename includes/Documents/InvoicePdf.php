<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Layout\InvoiceLayout;
use Counterfoil\Documents\Text\PrintableText;

/** An invoice as a PDF, or as the instructions from which a browser makes the same one. */
final readonly class InvoicePdf
{
    /**
     * @param string $file_id names the document, as its number does; with $at it settles the file's bytes
     * @return string the PDF's bytes
     */
    public static function render(InvoiceDocument $document, string $file_id, \DateTimeImmutable $at): string
    {
        $painter = new TcpdfPainter();

        return $painter->paint((new InvoiceLayout())->lay_out($document), self::metadata($document, $file_id, $at));
    }

    /**
     * @return array<string, mixed> to be sent as JSON to src/documents/paint.ts; src/contract/documents/drawing.ts describes it
     */
    public static function drawing(InvoiceDocument $document): array
    {
        return [
            'title' => PrintableText::single_line($document->title),
            'seller' => PrintableText::single_line($document->seller['name']),
            'language' => $document->locale,
        ] + (new InvoiceLayout())->lay_out($document)->to_array();
    }

    private static function metadata(InvoiceDocument $document, string $file_id, \DateTimeImmutable $at): PdfMetadata
    {
        return new PdfMetadata(
            PrintableText::single_line($document->title),
            PrintableText::single_line($document->seller['name']),
            $document->locale,
            $file_id,
            $at,
        );
    }
}
