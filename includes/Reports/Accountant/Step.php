<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

/** What one step adds to an export. It is written in one transaction, or not at all. */
final readonly class Step
{
    /**
     * @param list<string> $pieces bytes, in their order
     * @param list<array{name: string, crc: int, size: int, starts_at: int}> $files those that are whole now
     * @param list<int|string>|null $position where the part goes on; null at the beginning of the next
     * @param array{piece: int, bytes: string}|null $corrected the header of a table that is whole now
     * @param array<string, array<string, int|string>> $sums
     * @param list<string> $problems all so far
     */
    public function __construct(
        public array $pieces,
        public array $files,
        public int $part,
        public ?array $position,
        public int $done,
        public int $size,
        public ?OpenFile $open,
        public array $sums,
        public ?array $corrected = null,
        public bool $is_last = false,
        public array $problems = [],
    ) {
    }
}
