<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** Breaks text into lines: once, here, so that every painter shows the same ones. */
final class Typesetter
{
    private const RIGHT_TO_LEFT = '/[\x{590}-\x{8FF}\x{FB1D}-\x{FDFF}\x{FE70}-\x{FEFE}]/u';

    /** 、。，．：；！？）］｝」』】〉》・ー and the small kana that belong to the one before */
    private const CLOSING = [0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF09, 0xFF3D, 0xFF5D, 0x300D, 0x300F, 0x3011, 0x3009, 0x300B, 0x30FB, 0x30FC,
        0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x29, 0x2C, 0x2E];

    /** （［｛「『【〈《 */
    private const OPENING = [0xFF08, 0xFF3B, 0xFF5B, 0x300C, 0x300E, 0x3010, 0x3008, 0x300A];

    /** @var array<string, list<SetLine>> what repeats (labels, units, rates) is set once */
    private array $set = [];

    public function __construct(private readonly FontMetrics $metrics = new FontMetrics())
    {
    }

    /**
     * @param float $width millimetres a line may take
     * @return non-empty-list<SetLine>
     */
    public function lines(string $text, Weight $weight, float $points, float $width): array
    {
        $key = "$weight->value $points $width $text";
        $lines = $this->set[$key] ?? [];
        if ($lines === []) {
            foreach (PrintableText::paragraphs($text) as $paragraph) {
                array_push($lines, ...$this->paragraph($paragraph, $weight, $points, $width));
            }
            $this->set[$key] = $lines;
        }

        return $lines === [] ? [new SetLine('', 0.0)] : $lines;
    }

    /** The whole text on one line, however wide it gets. */
    public function line(string $text, Weight $weight, float $points): SetLine
    {
        return $this->lines(PrintableText::single_line($text), $weight, $points, INF)[0];
    }

    /** @return non-empty-list<SetLine> */
    private function paragraph(string $text, Weight $weight, float $points, float $width): array
    {
        $characters = array_map(mb_ord(...), mb_str_split(rtrim($text)));
        $bidi = null;
        if (preg_match(self::RIGHT_TO_LEFT, $text) === 1) {
            $characters = $this->metrics->drawable(ArabicShaping::shape($characters), $weight);
            $bidi = new BidiParagraph($characters);
        } else {
            $joining = static fn (int $character): bool => $character !== PrintableText::NON_JOINER;
            $characters = $this->metrics->drawable(array_values(array_filter($characters, $joining)), $weight);
        }
        $lines = [];
        foreach ($this->breaks($characters, $weight, $points, $width) as [$from, $to]) {
            $drawn = $bidi?->visual($from, $to) ?? array_slice($characters, $from, $to - $from);
            $lines[] = new SetLine(
                implode('', array_map(mb_chr(...), $drawn)),
                $this->metrics->width($drawn, $weight, $points),
                $this->runs($drawn, $weight, $points),
            );
        }

        return $lines === [] ? [new SetLine('', 0.0)] : $lines;
    }

    /**
     * @param list<int> $drawn
     * @return list<array{string, float, bool}>
     */
    private function runs(array $drawn, Weight $weight, float $points): array
    {
        $runs = $this->metrics->runs($drawn, $weight);

        return array_filter(array_column($runs, 1)) === [] ? [] : array_map(
            fn (array $run): array => [implode('', array_map(mb_chr(...), $run[0])), $this->metrics->width($run[0], $weight, $points), $run[1]],
            $runs
        );
    }

    /** East Asian text has no spaces: a line may end behind each of its characters, and not before what closes something. */
    private static function may_end(int $character, int $next): bool
    {
        return $character >= 0x2E80 && $character <= 0xFFEF && ! in_array($next, self::CLOSING, true) && ! in_array($character, self::OPENING, true);
    }

    /**
     * @param list<int> $characters
     * @return list<array{int, int}> from and to (not included) of each line
     */
    private function breaks(array $characters, Weight $weight, float $points, float $width): array
    {
        $count = count($characters);
        if ($this->metrics->width($characters, $weight, $points) <= $width) {
            return [[0, $count]];
        }
        $lines = [];
        $from = 0;
        $used = 0.0;
        $after_space = null;
        for ($i = 0; $i < $count; ++$i) {
            $character = $characters[$i];
            $used += $this->metrics->width([$character], $weight, $points);
            if ($used > $width && $character !== 0x20 && $i > $from) {
                // At the last place where a line may end; a word longer than the line ends where it must.
                $next = $after_space ?? $i;
                $lines[] = [$from, $this->without_spaces($characters, $from, $next)];
                $from = $i = $next;
                $used = $this->metrics->width([$characters[$i]], $weight, $points);
                $after_space = null;
                $character = $characters[$i];
            }
            if ($i + 1 < $count && ($character === 0x20 || self::may_end($character, $characters[$i + 1]) || ($character === 0x2D && $i > $from && $characters[$i - 1] !== 0x20))) {
                $after_space = $i + 1;
            }
        }
        $lines[] = [$from, $this->without_spaces($characters, $from, $count)];

        return $lines;
    }

    /** @param list<int> $characters */
    private function without_spaces(array $characters, int $from, int $to): int
    {
        while ($to > $from && $characters[$to - 1] === 0x20) {
            --$to;
        }

        return $to;
    }
}
