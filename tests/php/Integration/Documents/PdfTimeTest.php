<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Drawing\Text;
use Counterfoil\Documents\Layout\PaperLayout;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Unit\Documents\LargeSamples;
use Counterfoil\Tests\Unit\Documents\Samples;
use PHPUnit\Framework\TestCase;

/** Laying out and painting costs little more than the library alone needs for the same words in bare cells. */
final class PdfTimeTest extends TestCase
{
    private const AT_MOST_TIMES = 3.0;

    public function test_an_ordinary_invoice(): void
    {
        $this->compare(Samples::document());
    }

    public function test_five_hundred_lines(): void
    {
        $this->compare(LargeSamples::many_lines(500));
    }

    private function compare(Paper $paper): void
    {
        $at = new \DateTimeImmutable('2026-11-28');
        $ours = fn () => Pdf::render($paper, 'a', $at);
        $pages = [];
        foreach ((new PaperLayout())->lay_out($paper)->pages as $page) {
            $pages[] = array_values(array_filter($page, static fn ($instruction) => $instruction instanceof Text));
        }

        self::assertLessThanOrEqual(self::AT_MOST_TIMES, CpuTime::ratio($ours, static fn () => self::bare_cells($pages)));
    }

    /** @param list<list<Text>> $pages */
    private static function bare_cells(array $pages): string
    {
        $pdf = new \TCPDF('P', 'mm', 'A4', true, 'UTF-8');
        $pdf->setPrintHeader(false);
        $pdf->setPrintFooter(false);
        $pdf->setAutoPageBreak(false);
        $pdf->AddFont('notosans', '', Weight::Regular->definition(), true);
        $pdf->AddFont('notosans', 'B', Weight::Bold->definition(), true);
        foreach ($pages as $texts) {
            $pdf->AddPage();
            foreach ($texts as $text) {
                $pdf->setFont('notosans', $text->weight === Weight::Bold ? 'B' : '', $text->size);
                $pdf->setXY($text->x, $text->y);
                $pdf->Cell(0, 0, $text->text);
            }
        }

        return $pdf->Output('', 'S');
    }
}
