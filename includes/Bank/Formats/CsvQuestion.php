<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/** What has to be known about the columns of a CSV file before it can be read. */
final readonly class CsvQuestion
{
    private const SAMPLES = 3;

    private function __construct(private CsvHeader $header, public CsvMapping $guess)
    {
    }

    public static function about(CsvHeader $header): self
    {
        return new self($header, CsvGuess::of($header));
    }

    /** @return array<string, mixed> the contract's `csvQuestion` */
    public function to_wire(): array
    {
        $columns = [];
        foreach ($this->header->columns as $index => $name) {
            $cells = array_values(array_filter(array_map(static fn (array $row): string => $row[$index] ?? '', $this->header->samples), static fn (string $cell): bool => $cell !== ''));
            $columns[] = ['name' => $name, 'samples' => array_map(static fn (string $cell): string => mb_substr($cell, 0, 120), array_slice($cells, 0, self::SAMPLES))];
        }

        return ['shape' => $this->header->shape(), 'columns' => $columns, 'mapping' => $this->guess->to_wire()];
    }
}
