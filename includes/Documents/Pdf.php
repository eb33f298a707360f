<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Layout\PaperLayout;
use Counterfoil\Documents\Text\PrintableText;

/** An invoice as a PDF, or as the instructions from which a browser makes the same one. */
final readonly class Pdf
{
    /**
     * @param string $file_id names the document, as its number does; with $at it settles the file's bytes
     * @return string the PDF's bytes
     */
    public static function render(Paper $paper, string $file_id, \DateTimeImmutable $at, PdfPainter $painter = new TcpdfPainter(), ?PdfFont $font = null): string
    {
        return $painter->paint((new PaperLayout($font?->for($paper->locale)))->lay_out($paper), self::metadata($paper, $file_id, $at));
    }

    /**
     * @return array<string, mixed> to be sent as JSON to src/documents/paint.ts; src/contract/documents/drawing.ts describes it
     */
    public static function drawing(Paper $paper, ?PdfFont $font = null): array
    {
        return [
            'title' => PrintableText::single_line($paper->title),
            'seller' => PrintableText::single_line($paper->seller['name']),
            'language' => $paper->locale,
        ] + (new PaperLayout($font?->for($paper->locale)))->lay_out($paper)->to_array();
    }

    private static function metadata(Paper $paper, string $file_id, \DateTimeImmutable $at): PdfMetadata
    {
        return new PdfMetadata(
            PrintableText::single_line($paper->title),
            PrintableText::single_line($paper->seller['name']),
            $paper->locale,
            $file_id,
            $at,
        );
    }
}
