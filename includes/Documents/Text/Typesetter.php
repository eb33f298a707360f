<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** Breaks text into lines: once, here, so that every painter shows the same ones. */
final class Typesetter
{
    private const RIGHT_TO_LEFT = '/[\x{590}-\x{8FF}\x{FB1D}-\x{FDFF}\x{FE70}-\x{FEFE}]/u';

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
            );
        }

        return $lines === [] ? [new SetLine('', 0.0)] : $lines;
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
            if ($i + 1 < $count && ($character === 0x20 || ($character === 0x2D && $i > $from && $characters[$i - 1] !== 0x20))) {
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
