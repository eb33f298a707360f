<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Text\PrintableText;
use PHPUnit\Framework\TestCase;

final class PrintableTextTest extends TestCase
{
    public function test_abuse_49_marks_that_turn_text_around_are_taken_out(): void
    {
        $name = "abc\u{202E}gpj.exe\u{202C}\u{200F}\u{200E}\u{2066}\u{2069}\u{061C}\u{202A}";

        self::assertSame(['abcgpj.exe'], PrintableText::paragraphs($name));
    }

    public function test_abuse_49_markup_stays_text(): void
    {
        self::assertSame(['<script>{{7*7}}"><img onerror>'], PrintableText::paragraphs('<script>{{7*7}}"><img onerror>'));
    }

    public function test_control_characters_and_broken_bytes_do_no_harm(): void
    {
        self::assertSame(['a?b'], PrintableText::paragraphs("a\xFFb\x00\x07\x1B"));
    }

    public function test_line_breaks_part_paragraphs(): void
    {
        self::assertSame(['a', '', 'b', 'c'], PrintableText::paragraphs("a\r\n\r\nb\u{2028}c"));
        self::assertSame('a b', PrintableText::single_line(" a\nb\r\n"));
    }
}
