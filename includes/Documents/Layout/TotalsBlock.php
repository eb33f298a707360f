<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Colour;
use Counterfoil\Documents\Text\SetLine;
use Counterfoil\Documents\Text\Weight;

/** The one block of totals: in the right half, under the amounts they add up. */
final readonly class TotalsBlock
{
    private const WIDTH = 80.0;
    private const ABOVE = 2.0;
    private const GAP = 6.0;

    /** @var list<array{labels: non-empty-list<SetLine>, values: non-empty-list<SetLine>, style: Style, ruled: bool}> */
    private array $rows;

    /** @param list<array{label: string, value: string, strong: bool}> $totals */
    public function __construct(private Flow $flow, array $totals)
    {
        $plain = new Style(9.5, 6.2);
        $strong = new Style(10.5, 7.4, Colour::INK, Weight::Bold);
        $rows = [];
        foreach ($totals as $i => $total) {
            $style = $total['strong'] ? $strong : $plain;
            $values = $flow->set($total['value'], $style, self::WIDTH - self::GAP - 15.0);
            $widest = max(array_column($values, 'width'));
            $rows[] = [
                'labels' => $flow->set($total['label'], $style, self::WIDTH - self::GAP - $widest),
                'values' => $values,
                'style' => $style,
                'ruled' => $i > 0,
            ];
        }
        $this->rows = $rows;
    }

    public function height(): float
    {
        $height = self::ABOVE;
        foreach ($this->rows as $row) {
            $height += max(count($row['labels']), count($row['values'])) * $row['style']->leading;
        }

        return $height;
    }

    public function draw(): void
    {
        $flow = $this->flow;
        if ($this->height() > $flow->room() && $this->height() < $flow->height()) {
            $flow->turn();
        }
        $flow->skip(self::ABOVE);
        $left = $flow->right - self::WIDTH;
        foreach ($this->rows as $row) {
            $lines = max(count($row['labels']), count($row['values']));
            for ($i = 0; $i < $lines; ++$i) {
                $top = $flow->take($row['style']->leading);
                if ($i === 0 && $row['ruled']) {
                    $flow->sheets->rule($left, $top, self::WIDTH, 0.2, Colour::HAIRLINE);
                }
                isset($row['labels'][$i]) && $flow->put($row['labels'][$i], $row['style'], $left, $top);
                isset($row['values'][$i]) && $flow->put_to($row['values'][$i], $row['style'], $flow->right, $top);
            }
        }
    }
}
