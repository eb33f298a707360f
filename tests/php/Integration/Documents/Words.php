<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

/** What poppler reads in a PDF: every word and where it stands, independently of whoever painted it. */
final readonly class Words
{
    private const MM_PER_POINT = 25.4 / 72;

    /** @return list<array{page: int, text: string, left: float, top: float, right: float, bottom: float}> millimetres */
    public static function in(string $file): array
    {
        $xml = simplexml_load_string(str_replace('xmlns=', 'ns=', Program::run(['pdftotext', '-bbox', $file, '-'])));
        if ($xml === false) {
            throw new \RuntimeException("pdftotext could not read $file.");
        }
        $words = [];
        $number = 0;
        foreach ($xml->body->doc->page ?? [] as $page) {
            ++$number;
            foreach ($page->word ?? [] as $word) {
                $words[] = [
                    'page' => $number,
                    'text' => (string) $word,
                    'left' => (float) $word['xMin'] * self::MM_PER_POINT,
                    'top' => (float) $word['yMin'] * self::MM_PER_POINT,
                    'right' => (float) $word['xMax'] * self::MM_PER_POINT,
                    'bottom' => (float) $word['yMax'] * self::MM_PER_POINT,
                ];
            }
        }

        return $words;
    }
}
