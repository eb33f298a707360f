<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Text\ArabicShaping;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ArabicShapingTest extends TestCase
{
    /** @param list<int> $forms */
    #[DataProvider('words')]
    public function test_letters_take_the_form_of_their_place(string $word, array $forms): void
    {
        self::assertSame($forms, ArabicShaping::shape(array_map(mb_ord(...), mb_str_split($word))));
    }

    /** @return iterable<string, array{string, list<int>}> */
    public static function words(): iterable
    {
        yield 'initial, medial, final' => ['محمد', [0xFEE3, 0xFEA4, 0xFEE4, 0xFEAA]];
        yield 'after a letter that does not join' => ['دار', [0xFEA9, 0xFE8D, 0xFEAD]];
        yield 'lam and alef become one' => ['لا', [0xFEFB]];
        yield 'and join the letter before' => ['سلام', [0xFEB3, 0xFEFC, 0xFEE1]];
        yield 'marks are looked through' => ["بَب", [0xFE91, 0x064E, 0xFE90]];
        yield 'and so are those of the Quran' => ["ب\u{06D6}ب", [0xFE91, 0x06D6, 0xFE90]];
        yield 'Urdu' => ['ٹھ', [0xFB68, 0xFBAB]];
        yield 'Persian' => ['گچ', [0xFB94, 0xFB7B]];
        yield 'a non-joiner parts' => ["ب\u{200C}ب", [0xFE8F, 0xFE8F]];
        yield 'Latin is left alone' => ['ab', [0x61, 0x62]];
    }

    public function test_every_form_can_be_drawn(): void
    {
        /** @var array<int, int> $cw */
        $cw = [];
        require dirname(__DIR__, 4) . '/assets/fonts/notosans.php';
        $letters = array_filter(range(0x0621, 0x06FF), static fn (int $letter): bool => isset($cw[$letter]));
        self::assertGreaterThan(100, count($letters));
        foreach ($letters as $letter) {
            foreach ([[$letter], [0x0628, $letter], [$letter, 0x0628], [0x0628, $letter, 0x0628]] as $word) {
                foreach (ArabicShaping::shape($word) as $form) {
                    self::assertArrayHasKey($form, $cw, sprintf('U+%04X', $form));
                }
            }
        }
    }
}
