<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Text\BidiParagraph;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class BidiParagraphTest extends TestCase
{
    #[DataProvider('paragraphs')]
    public function test_characters_stand_in_the_order_unicode_gives(string $read, string $stands): void
    {
        $characters = array_map(mb_ord(...), mb_str_split($read));

        $visual = (new BidiParagraph($characters))->visual(0, count($characters));

        self::assertSame($stands, implode('', array_map(mb_chr(...), $visual)));
    }

    /** @return iterable<string, array{string, string}> as ICU and browsers order them */
    public static function paragraphs(): iterable
    {
        yield 'Latin stays' => ['Invoice (42)', 'Invoice (42)'];
        yield 'Hebrew turns' => ['שלום', 'םולש'];
        yield 'numbers keep their order' => ['רחוב יפו 97', '97 ופי בוחר'];
        yield 'a Latin name inside' => ['אבג WordPress דהו', 'והד WordPress גבא'];
        yield 'Hebrew inside Latin' => ['the אבג דהו company', 'the והד גבא company'];
        yield 'brackets around Latin' => ['אבג (Acme)', '(Acme) גבא'];
        yield 'brackets around Hebrew are mirrored' => ['אבג (דהו)', '(והד) גבא'];
        yield 'brackets after Hebrew inside Latin' => ['A אבג (B)', 'A גבא (B)'];
        yield 'money belongs together' => ['אבג €1,234.50', '€1,234.50 גבא'];
        yield 'a percentage' => ['אבג 19%', '19% גבא'];
        yield 'a phone number, its plus sign on the side it is read first' => ['אבג +49-30', '49-30+ גבא'];
        yield 'Arabic-Indic digits' => ['اب ٢٠٢٦', '٢٠٢٦ با'];
        yield 'European digits after Arabic' => ['اب 12.5', '12.5 با'];
    }

    public function test_spaces_at_the_end_of_a_broken_line_keep_to_the_paragraphs_side(): void
    {
        $characters = array_map(mb_ord(...), mb_str_split('אב גד'));

        $first = (new BidiParagraph($characters))->visual(0, 3);

        self::assertSame(' בא', implode('', array_map(mb_chr(...), $first)));
    }

    public function test_a_mark_follows_its_letter_again(): void
    {
        $characters = [0x05D0, 0x05B8, 0x05D1];

        self::assertSame([0x05D1, 0x05D0, 0x05B8], (new BidiParagraph($characters))->visual(0, 3));
    }

    /** Unicode's own file (BidiConformanceTest) goes less deep. */
    public function test_what_is_nested_too_deep_stays_at_the_deepest_level(): void
    {
        [$deeper, $left, $ended, $a, $alef] = [0x202B, 0x202A, 0x202C, 0x61, 0x05D0];
        $nest = static fn (int $times): array => array_map(static fn (int $i): int => $i % 2 === 0 ? $deeper : $left, range(0, $times - 1));

        $levels = (new BidiParagraph([...$nest(126), $a, $ended, $a, $ended, $a], 0))->line(126, 131);
        self::assertSame([126, null, 126, null, 124], array_values($levels));

        // The isolate's end forgets what did not fit inside it, so that the next end is one of what did.
        $levels = (new BidiParagraph([...$nest(124), 0x2067, $left, 0x2069, $alef, $ended, $alef], 0))->line(127, 130);
        self::assertSame([125, null, 123], array_values($levels));
    }

    public function test_an_isolate_without_an_end_is_seen_against_the_paragraph(): void
    {
        self::assertSame([null, 2, 1, 3], array_slice((new BidiParagraph([0x202B, 0x61, 0x2066, 0x05D0, 0x61], 0))->line(0, 5), 0, 4));
    }

    public function test_a_tab_and_the_blanks_before_it_keep_to_the_paragraphs_side(): void
    {
        self::assertSame([1, 0, 0, 1], (new BidiParagraph([0x05D0, 0x20, 0x09, 0x05D1], 0))->line(0, 4));
    }
}
