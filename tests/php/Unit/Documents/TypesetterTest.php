<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Text\SetLine;
use Counterfoil\Documents\Text\Typesetter;
use Counterfoil\Documents\Text\Weight;
use PHPUnit\Framework\TestCase;

final class TypesetterTest extends TestCase
{
    public function test_lines_break_at_spaces_and_stay_within_the_width(): void
    {
        $lines = (new Typesetter())->lines('The quick brown fox jumps over the lazy dog', Weight::Regular, 10, 30.0);

        self::assertSame(['The quick brown', 'fox jumps over', 'the lazy dog'], array_column($lines, 'text'));
        self::assertLessThanOrEqual(30.0, max(array_column($lines, 'width')));
    }

    public function test_a_word_longer_than_the_line_is_broken_and_whole(): void
    {
        $word = str_repeat('Zażółćgęśląjaźń', 20);
        $lines = (new Typesetter())->lines($word, Weight::Bold, 9.5, 40.0);

        self::assertGreaterThan(10, count($lines));
        self::assertSame($word, implode('', array_column($lines, 'text')));
        foreach ($lines as $line) {
            self::assertLessThanOrEqual(40.0, $line->width);
        }
    }

    public function test_a_line_narrower_than_a_letter_still_ends(): void
    {
        self::assertCount(3, (new Typesetter())->lines('abc', Weight::Regular, 10, 0.1));
    }

    public function test_right_to_left_text_is_broken_where_it_is_read(): void
    {
        $lines = (new Typesetter())->lines('אאאאא בבבבב', Weight::Regular, 10, 12.0);

        self::assertSame(['אאאאא', 'בבבבב'], array_column($lines, 'text'));
    }

    public function test_what_the_font_has_not_is_shown_as_a_mark(): void
    {
        self::assertSame("a\u{FFFD}b", (new Typesetter())->line('a漢b', Weight::Regular, 10)->text);
        self::assertSame('Zażółć gęślą jaźń €£¥₹₽', (new Typesetter())->line('Zażółć gęślą jaźń €£¥₹₽', Weight::Bold, 10)->text);
    }

    public function test_width_is_the_fonts(): void
    {
        $line = (new Typesetter())->line('A', Weight::Regular, 10);

        self::assertInstanceOf(SetLine::class, $line);
        self::assertEqualsWithDelta(0.639 * 10 * 25.4 / 72, $line->width, 0.0001);
    }
}
