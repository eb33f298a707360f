<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Drawing\DrawingList;
use Counterfoil\Documents\Drawing\Instruction;
use Counterfoil\Documents\Drawing\Link;
use Counterfoil\Documents\Drawing\Picture;
use Counterfoil\Documents\Drawing\Text;
use Counterfoil\Documents\Layout\PaperLayout;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\FontMetrics;
use PHPUnit\Framework\TestCase;

final class PaperLayoutTest extends TestCase
{
    public function test_nothing_leaves_the_margins_and_no_line_covers_another(): void
    {
        $metrics = new FontMetrics();
        foreach (Samples::all() as $name => $paper) {
            $drawing = (new PaperLayout())->lay_out($paper);
            self::assertSame([$paper->page->width(), $paper->page->height()], [$drawing->width, $drawing->height]);
            foreach ($drawing->pages as $number => $page) {
                $texts = self::texts($page);
                foreach ($texts as $i => $text) {
                    $right = $text->x + self::width($metrics, $text);
                    self::assertGreaterThanOrEqual(19.99, $text->x, "$name, page $number: $text->text");
                    self::assertLessThanOrEqual($paper->page->width() - 19.99, $right, "$name, page $number: $text->text");
                    self::assertLessThanOrEqual($paper->page->height() - 7.0, $text->y);
                    foreach (array_slice($texts, $i + 1) as $other) {
                        $apart = abs($other->y - $text->y) > 2.2
                            || $other->x >= $right - 0.01
                            || $other->x + self::width($metrics, $other) <= $text->x + 0.01;
                        self::assertTrue($apart, "$name, page $number: “{$text->text}” and “{$other->text}”");
                    }
                }
            }
        }
    }

    public function test_five_hundred_lines_are_all_there_under_a_head_on_every_page(): void
    {
        $drawing = (new PaperLayout())->lay_out(LargeSamples::many_lines(500));
        $pages = array_map(fn (array $page): array => array_column(self::texts($page), 'text'), $drawing->pages);
        $count = count($pages);

        foreach ($pages as $i => $texts) {
            self::assertContains('Description', $texts);
            self::assertContains('Page ' . ($i + 1) . " of $count", $texts);
        }
        $all = array_merge(...$pages);
        for ($i = 1; $i <= 500; ++$i) {
            self::assertContains("Hosting for site number $i", $all);
        }
    }

    public function test_a_table_breaks_where_its_sheet_ends(): void
    {
        $lines = [];
        foreach (['a4', 'letter'] as $page) {
            $drawing = (new PaperLayout())->lay_out(Paper::from_array(['page' => $page] + LargeSamples::many_lines(60)->to_array()));
            $lines[$page] = count(array_filter(array_column(self::texts($drawing->pages[1]), 'text'), static fn (string $text): bool => str_starts_with($text, 'Hosting for')));
            $last = max(0.0, ...array_map(static fn (Text $text): float => str_starts_with($text->text, 'Hosting for') ? $text->y : 0.0, self::texts($drawing->pages[1])));
            self::assertLessThan($drawing->height - 24.0, $last);
            self::assertGreaterThan($drawing->height - 38.0, $last, 'The sheet is filled.');
        }
        self::assertLessThan($lines['a4'], $lines['letter']);
    }

    public function test_totals_never_stand_alone(): void
    {
        for ($lines = 1; $lines <= 40; ++$lines) {
            $drawing = (new PaperLayout())->lay_out(LargeSamples::many_lines($lines));
            foreach ($drawing->pages as $page) {
                $texts = array_column(self::texts($page), 'text');
                if (in_array('Amount due', $texts, true)) {
                    self::assertContains('Net', $texts, "$lines lines");
                    self::assertContains("Hosting for site number $lines", $texts, "$lines lines");
                }
            }
        }
    }

    public function test_a_document_written_from_right_to_left_is_mirrored(): void
    {
        $drawing = (new PaperLayout())->lay_out(ForeignSamples::arabic());
        $metrics = new FontMetrics();
        $title = self::texts($drawing->pages[0])[0];
        $pictures = array_values(array_filter($drawing->pages[0], static fn (Instruction $i): bool => $i instanceof Picture));

        self::assertEqualsWithDelta(190.0, $title->x + self::width($metrics, $title), 0.01);
        self::assertEqualsWithDelta(20.0, $pictures[0]->x, 0.01);
    }

    public function test_only_web_addresses_can_be_clicked(): void
    {
        foreach (['javascript:alert(1)', 'file:///etc/passwd', "https://a.example/\n", 'https://a.example/)/S /Launch '] as $url) {
            $drawing = (new PaperLayout())->lay_out(Samples::document(['pay_hint' => ['text' => 'Pay', 'url' => $url]]));
            self::assertSame([], self::links($drawing), $url);
        }
        self::assertCount(1, self::links((new PaperLayout())->lay_out(Samples::document())));
    }

    public function test_a_long_title_gets_smaller_before_it_breaks(): void
    {
        $title = self::texts((new PaperLayout())->lay_out(ForeignSamples::polish())->pages[0])[1];

        self::assertSame('Faktura FV/2026/11/0007', $title->text);
    }

    /** @return list<Link> */
    private static function links(DrawingList $drawing): array
    {
        return array_values(array_filter($drawing->pages[0], static fn (Instruction $i): bool => $i instanceof Link));
    }

    /**
     * @param list<Instruction> $page
     * @return list<Text>
     */
    private static function texts(array $page): array
    {
        return array_values(array_filter($page, static fn (Instruction $i): bool => $i instanceof Text));
    }

    private static function width(FontMetrics $metrics, Text $text): float
    {
        return $metrics->width(array_map(mb_ord(...), mb_str_split($text->text)), $text->weight, $text->size);
    }
}
