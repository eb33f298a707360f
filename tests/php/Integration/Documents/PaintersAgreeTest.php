<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Tests\Unit\Documents\Samples;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The server's PDF and the browser's are one document, by what a third program reads in both. */
final class PaintersAgreeTest extends TestCase
{
    private const TOLERANCE_MM = 0.05;

    private static string $folder;

    /** All in one go: starting Node takes longer than painting. */
    public static function setUpBeforeClass(): void
    {
        self::$folder = sys_get_temp_dir() . '/documents-' . bin2hex(random_bytes(6));
        mkdir(self::$folder);
        $drawings = [];
        $font = new PdfFont(dirname(__DIR__, 3) . '/fixtures/fonts/cjk-Regular.otf');
        foreach (Samples::all() as $name => $paper) {
            $pdf = Pdf::render($paper, $name, new \DateTimeImmutable('2026-11-28'), font: $font);
            file_put_contents(self::file("$name.pdf"), $pdf);
            $drawings[] = self::file("$name.json");
            file_put_contents(self::file("$name.json"), json_encode(Pdf::drawing($paper, $font), JSON_THROW_ON_ERROR));
        }
        Program::run(['node_modules/.bin/tsx', 'tests/documents/paint.ts', ...$drawings]);
    }

    public static function tearDownAfterClass(): void
    {
        array_map(unlink(...), glob(self::$folder . '/*') ?: []);
        rmdir(self::$folder);
    }

    #[DataProvider('samples')]
    public function test_every_word_stands_in_the_same_place(string $name): void
    {
        $server = Words::in(self::file("$name.pdf"));
        $browser = Words::in(self::file("$name.browser.pdf"));

        self::assertGreaterThan(15, count($server));
        self::assertSame(array_column($server, 'text'), array_column($browser, 'text'));
        self::assertSame(array_column($server, 'page'), array_column($browser, 'page'));
        foreach ($server as $i => $word) {
            foreach (['left', 'top', 'right', 'bottom'] as $side) {
                self::assertEqualsWithDelta($word[$side], $browser[$i][$side], self::TOLERANCE_MM, "$side of $word[text]");
            }
        }
        self::assertStringNotContainsStringIgnoringCase('jspdf', Program::run(['pdfinfo', self::file("$name.browser.pdf")]));
    }

    /** @return iterable<string, array{string}> */
    public static function samples(): iterable
    {
        foreach (array_keys(Samples::all()) as $name) {
            yield $name => [$name];
        }
    }

    public function test_names_written_from_right_to_left_are_read_in_their_order(): void
    {
        $read = Program::run(['pdftotext', '-layout', self::file('right-to-left-names.pdf'), '-']);
        // Poppler tells the letters' forms; what is meant are the letters (NFKC).
        $read = (string) preg_replace('/[\x{200E}\x{200F}\x{202A}-\x{202E}]/u', '', (string) normalizer_normalize($read, \Normalizer::FORM_KC));

        self::assertStringContainsString('محمد عبد الله', $read);
        self::assertStringContainsString('شركة النور للتجارة', $read);
        self::assertStringContainsString('רחוב יפו', $read);
        self::assertStringContainsString('abcgpj.exe end', $read);
    }

    public function test_what_the_sites_font_draws_is_read_as_it_was_typed(): void
    {
        foreach (['japanese.pdf', 'japanese.browser.pdf'] as $file) {
            $read = Program::run(['pdftotext', '-layout', self::file($file), '-']);
            foreach (['請求書 INV-0042', '株式会社山田商店', '￥297,000', '2026年12月31日', 'ウェブサイト保守'] as $text) {
                self::assertStringContainsString($text, $read);
            }
        }
    }

    private static function file(string $name): string
    {
        return self::$folder . "/$name";
    }
}
