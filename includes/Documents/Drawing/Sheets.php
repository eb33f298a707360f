<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

use Counterfoil\Documents\PageSize;
use Counterfoil\Documents\Text\SetLine;
use Counterfoil\Documents\Text\Weight;

/**
 * Collects instructions on pages. Whoever lays out thinks from left to right; for a language that is
 * written from right to left everything is mirrored here, text excepted, which only changes sides.
 */
final class Sheets
{
    /** @var non-empty-list<list<Instruction>> */
    private array $pages = [[]];

    private int $current = 0;

    public function __construct(public readonly PageSize $page, private readonly bool $mirrored)
    {
    }

    public function turn(): void
    {
        $this->pages[] = [];
        $this->current = count($this->pages) - 1;
    }

    public function go_to(int $page): void
    {
        $this->current = $page;
    }

    public function count(): int
    {
        return count($this->pages);
    }

    public function text(SetLine $line, float $x, float $y, Weight $weight, float $size, string $colour): void
    {
        $left = $this->left($x, $line->width);
        foreach ($line->text === '' ? [] : ($line->runs === [] ? [[$line->text, $line->width, false]] : $line->runs) as [$text, $width, $is_site]) {
            $this->add(new Text(self::mm($left), self::mm($y), $text, $weight, $size, $colour, $is_site));
            $left += $width;
        }
    }

    /** The same, ending at $x. */
    public function text_to(SetLine $line, float $x, float $y, Weight $weight, float $size, string $colour): void
    {
        $this->text($line, $x - $line->width, $y, $weight, $size, $colour);
    }

    public function rule(float $x, float $y, float $width, float $thickness, string $colour): void
    {
        $this->add(new Rule($this->left($x, $width), self::mm($y), self::mm($width), $thickness, $colour));
    }

    public function box(float $x, float $y, float $width, float $height, string $colour): void
    {
        $this->add(new Box($this->left($x, $width), self::mm($y), self::mm($width), self::mm($height), $colour));
    }

    public function picture(float $x, float $y, float $width, float $height): void
    {
        $this->add(new Picture($this->left($x, $width), self::mm($y), self::mm($width), self::mm($height)));
    }

    public function link(float $x, float $y, float $width, float $height, string $url): void
    {
        $this->add(new Link($this->left($x, $width), self::mm($y), self::mm($width), self::mm($height), $url));
    }

    /**
     * A square code of dark modules, the same way round in every language: it is read by a machine.
     *
     * @param non-empty-list<string> $rows "1" is dark
     */
    public function code(float $x, float $y, float $size, array $rows, string $colour): void
    {
        $module = $size / count($rows);
        $left = $this->left($x, $size);
        foreach ($rows as $i => $row) {
            preg_match_all('/1+/', $row, $runs, PREG_OFFSET_CAPTURE);
            foreach ($runs[0] as [$run, $at]) {
                $this->add(new Box(self::mm($left + $at * $module), self::mm($y + $i * $module), self::mm(strlen($run) * $module), self::mm($module), $colour));
            }
        }
    }

    /** @return non-empty-list<list<Instruction>> */
    public function pages(): array
    {
        return $this->pages;
    }

    private function add(Instruction $instruction): void
    {
        $this->pages[$this->current][] = $instruction;
    }

    private function left(float $x, float $width): float
    {
        return self::mm($this->mirrored ? $this->page->width() - $x - $width : $x);
    }

    /** A thousandth of a millimetre is finer than any printer, and the same number for both painters. */
    private static function mm(float $value): float
    {
        return round($value, 3);
    }
}
