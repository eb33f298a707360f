<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Colour;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\SetLine;

/**
 * What is billed, line by line. Its head is repeated on every page, and its last line never stays
 * behind alone: the totals need something above them.
 *
 * @phpstan-import-type Columns from Paper
 * @phpstan-import-type Line from Paper
 * @phpstan-type Cells non-empty-array<string, non-empty-list<SetLine>>
 * @phpstan-type Row array{cells: Cells, detail: list<SetLine>, height: float}
 */
final readonly class LinesTable
{
    private const GAP = 5.0;
    private const PADDING = 2.6;
    private const DETAIL_LEADING = 4.2;
    private const DESCRIPTION_WANTED = 58.0;
    private const DESCRIPTION_LEAST = 36.0;
    private const NUMBERS_AT_MOST = 44.0;
    private const SIZES = [9.5, 8.5, 7.5, 6.5];

    private Style $text;
    private Style $detail;
    private Style $head;

    /** @var non-empty-array<string, float> millimetres by column, from left to right; the first is the description */
    private array $widths;

    /**
     * @phpstan-param Columns $columns
     * @phpstan-param list<Line> $lines
     */
    public function __construct(private Flow $flow, private array $columns, private array $lines)
    {
        $this->detail = new Style(8, self::DETAIL_LEADING, Colour::GREY);
        $this->head = new Style(8, 6.0, Colour::GREY);
        [$this->text, $this->widths] = $this->fit();
    }

    /** @param float $after millimetres that have to fit under the last line */
    public function draw(float $after): void
    {
        $this->head();
        $last = count($this->lines) - 1;
        foreach ($this->lines as $i => $line) {
            $row = $this->row($line);
            $needed = $row['height'] + ($i === $last ? $after : 0.0);
            if ($needed > $this->flow->room() && $row['height'] < $this->flow->height() - 20.0) {
                $this->flow->turn();
                $this->head();
            }
            $this->draw_row($row);
            $this->flow->sheets->rule(Flow::LEFT, $this->flow->y, $this->flow->width, 0.2, Colour::HAIRLINE);
        }
    }

    private function head(): void
    {
        $cells = $this->cells($this->columns, $this->head);
        $this->flow->take(max(array_map(count(...), $cells)) * 4.0 + 2.0);
        $bottom = $this->flow->y;
        $x = Flow::LEFT;
        foreach ($cells as $column => $lines) {
            $top = $bottom - 2.0 - count($lines) * 4.0;
            foreach ($lines as $i => $line) {
                $this->place($line, $this->head, $column, $x, $top + $i * 4.0 - 1.0);
            }
            $x += $this->widths[$column] + self::GAP;
        }
        $this->flow->sheets->rule(Flow::LEFT, $bottom, $this->flow->width, 0.35, Colour::INK);
    }

    /**
     * @phpstan-param Line|Columns $texts
     * @phpstan-return Cells
     */
    private function cells(array $texts, Style $style): array
    {
        return array_map(
            fn (string $column): array => $this->flow->set((string) ($texts[$column] ?? ''), $style, $this->widths[$column]),
            array_combine(array_keys($this->widths), array_keys($this->widths)),
        );
    }

    /**
     * @phpstan-param Line $line
     * @phpstan-return Row
     */
    private function row(array $line): array
    {
        $cells = $this->cells($line, $this->text);
        $detail = $line['detail'] === null || $line['detail'] === ''
            ? []
            : $this->flow->set($line['detail'], $this->detail, $this->widths['description']);
        $description = count($cells['description']) * $this->text->leading + count($detail) * self::DETAIL_LEADING;

        return [
            'cells' => $cells,
            'detail' => $detail,
            'height' => 2 * self::PADDING + max($description, max(array_map(count(...), $cells)) * $this->text->leading),
        ];
    }

    /**
     * Line by line, so that a description longer than a page goes on on the next.
     *
     * @phpstan-param Row $row
     */
    private function draw_row(array $row): void
    {
        $flow = $this->flow;
        $flow->skip(self::PADDING);
        $count = max(array_map(count(...), $row['cells']));
        $descriptions = count($row['cells']['description']);
        $under = $flow->y;
        for ($i = 0; $i < $count; ++$i) {
            $top = $this->take($this->text->leading);
            $x = Flow::LEFT;
            foreach ($row['cells'] as $column => $lines) {
                isset($lines[$i]) && $this->place($lines[$i], $this->text, $column, $x, $top);
                $x += $this->widths[$column] + self::GAP;
            }
            $under = $i < $descriptions ? $flow->y : $under;
        }
        $bottom = $flow->y;
        // Beside numbers of several lines the detail stays close under its description.
        $flow->y = $descriptions < $count ? $under : $flow->y;
        $page = $flow->sheets->count();
        foreach ($row['detail'] as $line) {
            $flow->put($line, $this->detail, Flow::LEFT, $this->take(self::DETAIL_LEADING));
        }
        $flow->y = $page === $flow->sheets->count() ? max($flow->y, $bottom) : $flow->y;
        $flow->skip(self::PADDING);
    }

    private function take(float $height): float
    {
        if ($height > $this->flow->room()) {
            $this->flow->turn();
            $this->head();
            $this->flow->skip(self::PADDING);
        }

        return $this->flow->take($height);
    }

    /** Words begin at the left of their column, numbers end at its right. */
    private function place(SetLine $line, Style $style, string $column, float $x, float $top): void
    {
        if ($column === 'description') {
            $this->flow->put($line, $style, $x, $top);
        } else {
            $this->flow->put_to($line, $style, $x + $this->widths[$column], $top);
        }
    }

    /**
     * Numbers get the width they need, the description what is left; where that is too little, all gets smaller.
     *
     * @return array{Style, non-empty-array<string, float>}
     */
    private function fit(): array
    {
        $style = new Style(self::SIZES[0], 4.9);
        $widths = [];
        foreach (self::SIZES as $size) {
            $style = new Style($size, $size * 0.515);
            $widths = ['description' => $this->flow->width];
            foreach (['quantity', 'unit_price', 'discount', 'tax', 'amount'] as $column) {
                if ($this->columns[$column] === null) {
                    continue;
                }
                $widths[$column] = $this->needed($column, $style);
                $widths['description'] -= $widths[$column] + self::GAP;
            }
            if ($widths['description'] >= self::DESCRIPTION_WANTED) {
                break;
            }
        }

        return [$style, self::squeeze($widths)];
    }

    /**
     * Where even the smallest size is too wide, the widest columns give way: their numbers then take two lines.
     *
     * @param non-empty-array<string, float> $widths
     * @return non-empty-array<string, float>
     */
    private static function squeeze(array $widths): array
    {
        $missing = self::DESCRIPTION_LEAST - $widths['description'];
        while ($missing > 0.01) {
            $column = (string) array_search(max($widths), $widths, true);
            $step = min(1.0, $missing);
            $widths[$column] -= $step;
            $widths['description'] += $step;
            $missing -= $step;
        }

        return $widths;
    }

    /** @param 'quantity'|'unit_price'|'discount'|'tax'|'amount' $column */
    private function needed(string $column, Style $style): float
    {
        $most = $column === 'tax' || $column === 'discount' ? 0.7 * self::NUMBERS_AT_MOST : self::NUMBERS_AT_MOST;
        $widest = $this->flow->one((string) $this->columns[$column], $this->head)->width;
        foreach ($this->lines as $line) {
            $widest = max($widest, $this->flow->one((string) $line[$column], $style)->width);
        }

        return min($most, $widest + 0.01);
    }
}
