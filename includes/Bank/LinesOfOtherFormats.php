<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Formats\SaidTwice;

/**
 * Leaves out what came before in another format: one bank's CAMT.053, MT940 and CSV say the same transfer in other words. For
 * one import: each line that is there is met once, so that the second of two equal transfers is still a new one.
 */
final class LinesOfOtherFormats
{
    /** @var array<int, true> ids of lines that have been met */
    private array $met = [];

    public function __construct(private readonly EntryRepository $entries, private readonly Format $format, private readonly bool $are_any)
    {
    }

    /**
     * @param list<array{string, Line}> $chunk each with its identity
     * @return list<array{string, Line}>
     */
    public function without_known(array $chunk): array
    {
        if (! $this->are_any || $chunk === []) {
            return $chunk;
        }
        // What came in this format before must not meet another one's line a second time.
        $known = array_flip($this->entries->known(array_column($chunk, 0)));
        $chunk = array_values(array_filter($chunk, static fn (array $one): bool => ! isset($known[$one[0]])));
        if ($chunk === []) {
            return [];
        }
        $lines = array_column($chunk, 1);
        $there = [];
        foreach ($this->entries->of_other_formats($this->format, self::each($lines, static fn (Line $line): string => $line->booked_on), self::each($lines, static fn (Line $line): int => $line->amount)) as $id => $line) {
            $there["{$line->booked_on} {$line->amount} {$line->currency}"][$id] = $line;
        }

        return array_values(array_filter($chunk, fn (array $one): bool => ! $this->meets($one[1], $there["{$one[1]->booked_on} {$one[1]->amount} {$one[1]->currency}"] ?? [])));
    }

    /** @param array<int, Line> $there of the same day and amount */
    private function meets(Line $line, array $there): bool
    {
        $there = array_diff_key($there, $this->met);
        // Of several that it could be, the one that says the very same.
        uasort($there, static fn (Line $one, Line $other): int => ($other->purpose === $line->purpose) <=> ($one->purpose === $line->purpose));
        foreach ($there as $id => $other) {
            if (SaidTwice::is($line, $other)) {
                return $this->met[$id] = true;
            }
        }

        return false;
    }

    /**
     * @template T of int|string
     * @param non-empty-list<Line> $lines
     * @param callable(Line): T $of
     * @return non-empty-list<T>
     */
    private static function each(array $lines, callable $of): array
    {
        return array_values(array_unique(array_map($of, $lines)));
    }
}
