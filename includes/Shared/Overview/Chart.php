<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** Sums beside each other: by month, by age. Each currency is drawn for itself. */
final readonly class Chart implements OverviewPart
{
    /**
     * @param string $id by which it is known, "received"
     * @param string $about one sentence that says what is counted; empty for none
     * @param string $head of the rows' names in its table: "Month"
     * @param non-empty-list<string> $series what each row has a value of: "Received"
     * @param list<ChartRow> $rows in their order
     * @param string $empty what is said while all of it is nought
     */
    public function __construct(
        public string $id,
        public string $title,
        public string $about,
        public ChartShape $shape,
        public string $head,
        public array $series,
        public array $rows,
        public string $empty,
    ) {
    }

    /** @return array<string, mixed> the contract's `overviewChart` */
    public function to_wire(): array
    {
        $has_any = array_filter($this->rows, static fn (ChartRow $row): bool => ! $row->is_empty()) !== [];

        return [
            'id' => $this->id,
            'title' => $this->title,
            'about' => $this->about,
            'shape' => $this->shape->value,
            'head' => $this->head,
            'series' => $this->series,
            'rows' => $has_any ? array_map(static fn (ChartRow $row): array => $row->to_wire(), $this->rows) : [],
            'empty' => $this->empty,
        ];
    }
}
