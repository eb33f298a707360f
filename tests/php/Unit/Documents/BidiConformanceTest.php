<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Text\BidiParagraph;
use PHPUnit\Framework\TestCase;

/** Unicode's own test of the Bidirectional Algorithm: some 91,000 lines of text with the levels and the order they have to get. */
final class BidiConformanceTest extends TestCase
{
    private const FILE = '/usr/share/unicode/BidiCharacterTest.txt';

    public function test_every_line_gets_the_levels_and_the_order_that_unicode_gives(): void
    {
        self::assertFileIsReadable(self::FILE, 'Please install the package unicode-data: it brings Unicode’s BidiCharacterTest.txt.');
        $wrong = [];
        $lines = 0;
        foreach (new \SplFileObject(self::FILE) as $line) {
            if (! is_string($line) || preg_match('/^[0-9A-F]/', $line) !== 1) {
                continue;
            }
            [$characters, $direction, $base, $levels, $order] = explode(';', trim($line));
            $characters = array_map(static fn (string $hex): int => (int) hexdec($hex), explode(' ', $characters));
            $count = count($characters);
            $paragraph = new BidiParagraph($characters, $direction === '2' ? null : (int) $direction);
            ++$lines;
            if ($paragraph->base !== (int) $base
                || implode(' ', array_map(static fn (?int $level): string => $level === null ? 'x' : (string) $level, $paragraph->line(0, $count))) !== $levels
                || implode(' ', $paragraph->order(0, $count)) !== $order) {
                $wrong[] = trim($line);
            }
        }

        self::assertSame([], array_slice($wrong, 0, 5), count($wrong) . " of $lines lines are wrong.");
        self::assertGreaterThan(90_000, $lines);
    }
}
