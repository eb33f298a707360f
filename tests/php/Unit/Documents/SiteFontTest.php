<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Fonts\FontFile;
use Counterfoil\Documents\Fonts\SiteFont;
use Counterfoil\Documents\Fonts\SubsetFont;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Documents\Text\FontMetrics;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Documents\Text\Typesetter;
use Counterfoil\Documents\Text\Weight;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A font of the site: what of it is read, and what of it comes into a document. */
final class SiteFontTest extends TestCase
{
    private const FOLDER = __DIR__ . '/../../../fixtures/fonts';
    private const CJK = self::FOLDER . '/cjk-Regular.otf';
    private const BOX = [32, -79, 979, 840];
    private const OWN = __DIR__ . '/../../../../assets/fonts/noto-sans-regular.ttf';

    public function test_it_has_what_is_drawn_glyph_beside_glyph(): void
    {
        $font = SiteFont::open(self::CJK);

        self::assertTrue($font->has(mb_ord('株')));
        self::assertTrue($font->has(mb_ord('￥')));
        self::assertFalse($font->has(mb_ord('ก')));
        self::assertFalse($font->has(mb_ord('🚀')));
        self::assertSame(1000, $font->width(mb_ord('株'), Weight::Bold));
    }

    public function test_complex_scripts_are_not_drawn_even_where_a_font_has_them(): void
    {
        // Combining marks stand for all that moves with its neighbours; the font has this one.
        self::assertNotSame(0, (new FontFile(self::OWN))->glyph(0x0301));
        self::assertFalse(SiteFont::open(self::OWN)->has(0x0301));
    }

    /** @return iterable<string, array{string, string}> */
    public static function fonts(): iterable
    {
        yield 'PostScript outlines' => [self::CJK, '株式会社ェ한。A'];
        yield 'TrueType outlines with parts' => [self::OWN, 'Éåż'];
    }

    #[DataProvider('fonts')]
    public function test_a_subset_is_a_font_with_the_same_glyphs(string $path, string $text): void
    {
        $font = new FontFile($path);
        $characters = array_map(mb_ord(...), mb_str_split($text));
        $subset = SubsetFont::of($font, $characters);
        $file = (string) tempnam(sys_get_temp_dir(), 'font');
        file_put_contents($file, $subset->bytes);
        $again = new FontFile($file);
        foreach ($characters as $character) {
            $glyph = $again->glyph($character);
            self::assertSame($subset->glyphs[$character], $glyph);
            self::assertSame($font->advance($font->glyph($character)), $again->advance($glyph));
            self::assertSame(substr($font->outlines()->record($font->glyph($character)), 0, 10), substr($again->outlines()->record($glyph), 0, 10), 'Contours and box');
            foreach ($again->outlines()->parts($again->outlines()->record($glyph)) as $part) {
                self::assertNotSame('', $again->outlines()->record($part));
            }
        }
        self::assertSame(0, $again->glyph(mb_ord('Z')));
        self::assertLessThan(8000, strlen($subset->bytes));
        unlink($file);
    }

    /** Measured with another program: fontTools' boundsPen. */
    public function test_outlines_are_where_the_font_says(): void
    {
        $font = new FontFile(self::CJK);
        $box = unpack('n4', substr($font->outlines()->record($font->glyph(mb_ord('株'))), 2, 8)) ?: [];

        self::assertSame(self::BOX, array_map(static fn (int $value): int => $value > 0x7FFF ? $value - 0x10000 : $value, array_values($box)));
    }

    public function test_text_is_drawn_with_the_plugins_own_font_where_it_can_be(): void
    {
        $metrics = new FontMetrics(SiteFont::open(self::CJK));
        $line = (new Typesetter($metrics))->line('INV-7 請求書 €5', Weight::Regular, 10);

        self::assertSame([['INV-7 ', false], ['請求書', true], [' €5', false]], array_map(static fn (array $run): array => [$run[0], $run[2]], $line->runs));
        self::assertEqualsWithDelta($line->width, array_sum(array_column($line->runs, 1)), 0.001);
        self::assertSame(['ก'], (new Glyphs(new PdfFont(self::CJK)))->missing('請求書 ก Ł'));
        self::assertSame([], (new Typesetter($metrics))->line('INV-7', Weight::Regular, 10)->runs);
    }

    public function test_a_line_ends_between_east_asian_characters_but_not_before_a_closing_one(): void
    {
        $lines = (new Typesetter(new FontMetrics(SiteFont::open(self::CJK))))->lines('東京都渋谷区、神宮前', Weight::Regular, 10, 21.5);

        self::assertSame(['東京都渋谷', '区、神宮前'], array_column($lines, 'text'));
    }
}
