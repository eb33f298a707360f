<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Drawing\Box;
use Counterfoil\Documents\Drawing\DrawingList;
use Counterfoil\Documents\Drawing\Instruction;
use Counterfoil\Documents\Drawing\Link;
use Counterfoil\Documents\Drawing\Picture;
use Counterfoil\Documents\Drawing\Rule;
use Counterfoil\Documents\Drawing\Text;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Shared\SafeImage;

/** Paints with TCPDF 6. Nothing outside this class and its sheet knows that library. */
final readonly class TcpdfPainter implements PdfPainter
{
    public function paint(DrawingList $drawing, PdfMetadata $meta): string
    {
        $this->settle_constants();
        $zone = date_default_timezone_get();
        // TCPDF writes dates in PHP's own zone; the same moment has to make the same bytes wherever it is.
        date_default_timezone_set('UTC');
        try {
            $sheet = new TcpdfSheet($drawing->width, $drawing->height, $meta);
            foreach (Weight::cases() as $weight) {
                $subset = $drawing->subset($weight);
                $subset === null || $sheet->bring($subset, $weight);
            }
            foreach ($drawing->pages as $page) {
                $sheet->AddPage();
                foreach ($page as $instruction) {
                    $this->put($sheet, $instruction, $drawing->logo);
                }
            }

            return $sheet->Output('', 'S');
        } finally {
            date_default_timezone_set($zone);
        }
    }

    private function put(TcpdfSheet $sheet, Instruction $instruction, ?SafeImage $logo): void
    {
        match (true) {
            $instruction instanceof Text => $sheet->put_text(
                $instruction->x,
                $instruction->y,
                $instruction->text,
                $instruction->weight,
                $instruction->size,
                $instruction->colour,
                $instruction->is_site,
            ),
            $instruction instanceof Rule => $sheet->put_box(
                $instruction->x,
                $instruction->y - $instruction->thickness / 2,
                $instruction->width,
                $instruction->thickness,
                $instruction->colour,
            ),
            $instruction instanceof Box => $sheet->put_box(
                $instruction->x,
                $instruction->y,
                $instruction->width,
                $instruction->height,
                $instruction->colour,
            ),
            $instruction instanceof Picture && $logo !== null => $sheet->Image(
                '@' . base64_decode($logo->data, true),
                $instruction->x,
                $instruction->y,
                $instruction->width,
                $instruction->height,
                $logo->mime === 'image/png' ? 'PNG' : 'JPEG',
            ),
            $instruction instanceof Link => $sheet->Link(
                $instruction->x,
                $instruction->y,
                $instruction->width,
                $instruction->height,
                $instruction->url,
            ),
            default => throw new \LogicException('Nobody knows how to paint ' . $instruction::class . '.'),
        };
    }

    /**
     * Read once, when TCPDF is loaded: no configuration of its own from elsewhere on the machine, errors as
     * exceptions instead of die(), and no notice about version 7 in every site's log.
     */
    private function settle_constants(): void
    {
        foreach (['K_TCPDF_EXTERNAL_CONFIG', 'K_TCPDF_THROW_EXCEPTION_ERROR', 'TCPDF_SILENCE_DEPRECATION'] as $constant) {
            defined($constant) || define($constant, true);
        }
        // A logo goes through a file; WordPress knows which folder the host lets it write to.
        if (function_exists('get_temp_dir') && !defined('K_PATH_CACHE')) {
            define('K_PATH_CACHE', trailingslashit(get_temp_dir()));
        }
    }
}
