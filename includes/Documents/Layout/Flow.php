<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Drawing\Sheets;
use Counterfoil\Documents\Text\SetLine;
use Counterfoil\Documents\Text\Typesetter;

/** Where the next thing goes: a place on the sheets that moves down and over to the next page. */
final class Flow
{
    public const LEFT = 20.0;
    public const TOP = 24.0;

    /** Millimetres between the last line and the edge: the page's number stands there. */
    private const FOOT = 24.0;

    private const MM_PER_POINT = 25.4 / 72;

    /** Noto Sans' height of capitals, as a share of the size. */
    private const CAPITALS = 0.714;

    public float $y = self::TOP;

    /** Where lines end, from the left edge of the sheet, in millimetres. */
    public readonly float $right;
    public readonly float $width;
    public readonly float $bottom;

    public function __construct(public readonly Sheets $sheets, public readonly Typesetter $typesetter)
    {
        $this->right = $sheets->page->width() - self::LEFT;
        $this->width = $this->right - self::LEFT;
        $this->bottom = $sheets->page->height() - self::FOOT;
    }

    public function room(): float
    {
        return $this->bottom - $this->y;
    }

    public function turn(): void
    {
        $this->sheets->turn();
        $this->y = self::TOP;
    }

    public function skip(float $height): void
    {
        $this->y += $height;
    }

    /** @return float the top of a strip of this height, on the next page if this one has no room for it */
    public function take(float $height): float
    {
        if ($height > $this->room()) {
            $this->turn();
        }
        $top = $this->y;
        $this->y += $height;

        return $top;
    }

    /** What a page holds, from top to bottom. */
    public function height(): float
    {
        return $this->bottom - self::TOP;
    }

    /** The baseline of text that stands in the middle of a strip. */
    public static function baseline(float $top, float $height, float $size): float
    {
        return $top + ($height + self::CAPITALS * $size * self::MM_PER_POINT) / 2;
    }

    /** A paragraph or several, line by line, over as many pages as it takes. */
    public function write(string $text, Style $style, float $x, float $width): void
    {
        foreach ($this->set($text, $style, $width) as $line) {
            $this->put($line, $style, $x, $this->take($style->leading));
        }
    }

    public function put(SetLine $line, Style $style, float $x, float $top): void
    {
        $baseline = self::baseline($top, $style->leading, $style->size);
        $this->sheets->text($line, $x, $baseline, $style->weight, $style->size, $style->colour);
    }

    public function put_to(SetLine $line, Style $style, float $x, float $top): void
    {
        $baseline = self::baseline($top, $style->leading, $style->size);
        $this->sheets->text_to($line, $x, $baseline, $style->weight, $style->size, $style->colour);
    }

    /** @return non-empty-list<SetLine> */
    public function set(string $text, Style $style, float $width): array
    {
        return $this->typesetter->lines($text, $style->weight, $style->size, $width);
    }

    public function one(string $text, Style $style): SetLine
    {
        return $this->typesetter->line($text, $style->weight, $style->size);
    }
}
