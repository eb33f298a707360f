<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Codes\QrCode;
use Counterfoil\Documents\Colour;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\SetLine;
use Counterfoil\Documents\Text\Weight;

/**
 * How to pay by transfer, in the left half beside the totals: the code to scan, and the account in words.
 *
 * @phpstan-import-type Transfer from Paper
 */
final readonly class TransferBlock
{
    private const WIDTH = 84.0;
    /** Both standards ask for 18 mm at least; a telephone likes more. */
    private const CODE = 27.0;
    private const GAP = 5.0;
    private const ABOVE = 4.0;

    private Style $label;
    private Style $title;
    private Style $text;

    /** @var list<array{SetLine, Style}> */
    private array $rows;
    private ?QrCode $code;

    /** @phpstan-param Transfer|null $transfer */
    public function __construct(private Flow $flow, ?array $transfer)
    {
        $this->title = new Style(9.5, 5.2, Colour::INK, Weight::Bold);
        $this->label = new Style(8, 4.0, Colour::GREY);
        $this->text = new Style(8.5, 4.6);
        $this->code = $transfer === null || $transfer['code'] === null ? null : QrCode::of($transfer['code']['text'], $transfer['code']['correction']);
        $this->rows = $transfer === null ? [] : $this->rows($transfer);
    }

    public function height(): float
    {
        return $this->rows === [] ? 0.0 : self::ABOVE + max($this->code === null ? 0.0 : self::CODE, array_sum(array_map(static fn (array $row): float => $row[1]->leading, $this->rows)));
    }

    /** Of this height, and from the flow's place on; the flow stays where it is. */
    public function draw(): void
    {
        $top = $this->flow->y + self::ABOVE;
        if ($this->code !== null) {
            $this->flow->sheets->code(Flow::LEFT, $top, self::CODE, $this->code->rows, Colour::INK);
        }
        $x = Flow::LEFT + $this->indent();
        foreach ($this->rows as [$line, $style]) {
            $this->flow->put($line, $style, $x, $top);
            $top += $style->leading;
        }
    }

    /**
     * @phpstan-param Transfer $transfer
     * @return list<array{SetLine, Style}>
     */
    private function rows(array $transfer): array
    {
        $texts = [[$transfer['label'], $this->title]];
        foreach ($transfer['lines'] as $line) {
            $texts[] = [$line, $this->text];
        }
        if ($transfer['code'] !== null) {
            $texts[] = [$transfer['code']['caption'], $this->label];
        }
        $rows = [];
        foreach ($texts as [$text, $style]) {
            foreach ($this->flow->set($text, $style, self::WIDTH - $this->indent()) as $line) {
                $rows[] = [$line, $style];
            }
        }

        return $rows;
    }

    private function indent(): float
    {
        return $this->code === null ? 0.0 : self::CODE + self::GAP;
    }
}
