<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Drawing\Text;
use Counterfoil\Documents\Layout\PaperLayout;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Tests\Unit\Documents\LargeSamples;
use Counterfoil\Tests\Unit\Documents\Samples;
use PHPUnit\Framework\TestCase;

/** Laying out and painting costs little more than the library alone needs for the same words in bare cells. */
final class PdfTimeTest extends TestCase
{
    private const AT_MOST_TIMES = 3.0;
    private const ROUNDS = 7;

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
        $ours();
        $bare = fn () => self::bare_cells($pages);
        $bare();
        $our_time = $bare_time = INF;
        // Turn by turn, and the best of each: what else the machine does then slows both alike.
        for ($i = 0; $i < self::ROUNDS; ++$i) {
            $our_time = min($our_time, self::milliseconds($ours));
            $bare_time = min($bare_time, self::milliseconds($bare));
        }

        self::assertLessThanOrEqual(
            self::AT_MOST_TIMES,
            $our_time / $bare_time,
            sprintf('%.1f ms against %.1f ms', $our_time, $bare_time),
        );
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

    private static function milliseconds(\Closure $work): float
    {
        $start = hrtime(true);
        $work();

        return (hrtime(true) - $start) / 1e6;
    }
}
