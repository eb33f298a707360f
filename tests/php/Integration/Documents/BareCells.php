<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Drawing\Text;
use Counterfoil\Documents\Layout\PaperLayout;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\Weight;

/** What the library alone needs for the words of a paper in bare cells: what drawing is measured by. */
final readonly class BareCells
{
    /** @return list<list<Text>> by page */
    public static function of(Paper $paper): array
    {
        return array_map(
            static fn (array $page): array => array_values(array_filter($page, static fn ($instruction) => $instruction instanceof Text)),
            (new PaperLayout())->lay_out($paper)->pages
        );
    }

    /** @param list<list<Text>> $pages */
    public static function draw(array $pages): string
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
