<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use IntlChar;

/**
 * A paragraph's embedding levels and the order in which its characters stand on paper: the whole of the Unicode
 * Bidirectional Algorithm (UAX #9), explicit embeddings, overrides and isolates included. Classes, brackets and
 * mirrors are those of PHP's intl.
 */
final readonly class BidiParagraph
{
    private BidiExplicit $explicit;

    /** @var list<int|null> null for what rule X9 takes out */
    private array $levels;

    /** 0 for a paragraph from left to right, 1 from right to left. */
    public int $base;

    /**
     * @param list<int> $characters code points in reading order, shaped; no paragraph separator but at the end
     * @param int|null $base the paragraph's level; null: as its first strong letter has it (rules P2, P3)
     */
    public function __construct(private array $characters, ?int $base = null)
    {
        $this->explicit = new BidiExplicit(array_map(BidiClass::of(...), $characters), $base);
        $this->base = $this->explicit->base;
        $levels = $this->explicit->levels;
        foreach ($this->explicit->sequences() as [$sequence, $start, $end]) {
            $resolved = BidiSequence::levels(
                array_map(static fn (int $at): int => $characters[$at], $sequence),
                array_map(fn (int $at): BidiClass => $this->explicit->classes[$at], $sequence),
                (int) $levels[$sequence[0]],
                $start,
                $end,
            );
            $levels = array_replace($levels, array_combine($sequence, $resolved));
        }
        $this->levels = array_values($levels);
    }

    /** @return list<int> the characters from $from up to, not including, $to, from left to right */
    public function visual(int $from, int $to): array
    {
        $drawn = [];
        $marks = [];
        foreach ($this->order($from, $to) as $at) {
            $character = $this->characters[$at];
            $right_to_left = $this->levels[$at] % 2 === 1;
            // Rule L3: a mark is drawn over the letter that comes before it, so it has to follow it again.
            if ($right_to_left && BidiClass::of($character) === BidiClass::NSM) {
                $marks[] = $character;
                continue;
            }
            // Rule L4.
            $drawn[] = $right_to_left ? (int) IntlChar::charMirror($character) : $character;
            array_push($drawn, ...array_reverse($marks));
            $marks = [];
        }

        return [...$drawn, ...$marks];
    }

    /**
     * Rule L2.
     *
     * @return list<int> where the characters of the line stand in the paragraph, from left to right
     */
    public function order(int $from, int $to): array
    {
        $levels = array_filter($this->line($from, $to), is_int(...));
        $order = array_keys($levels);
        $levels = array_values($levels);
        $count = count($levels);
        for ($level = $levels === [] ? 0 : max($levels); $level > 0; --$level) {
            for ($i = 0; $i < $count; ++$i) {
                $start = $i;
                while ($i < $count && $levels[$i] >= $level) {
                    ++$i;
                }
                if ($i - $start > 1) {
                    array_splice($order, $start, $i - $start, array_reverse(array_slice($order, $start, $i - $start)));
                    array_splice($levels, $start, $i - $start, array_reverse(array_slice($levels, $start, $i - $start)));
                }
            }
        }

        return $order;
    }

    /**
     * Rule L1: blanks at the end of a line, or before a tab, keep to the paragraph's side.
     *
     * @return array<int, int|null> levels, by place in the paragraph
     */
    public function line(int $from, int $to): array
    {
        $levels = array_slice($this->levels, $from, $to - $from);
        $at_end = true;
        for ($i = count($levels) - 1; $i >= 0; --$i) {
            if ($levels[$i] === null) {
                continue;
            }
            $at_end = match ($this->explicit->original[$from + $i]) {
                BidiClass::S, BidiClass::B => true,
                BidiClass::WS, BidiClass::LRI, BidiClass::RLI, BidiClass::FSI, BidiClass::PDI => $at_end,
                default => false,
            };
            $levels[$i] = $at_end ? $this->base : $levels[$i];
        }

        return $levels === [] ? [] : array_combine(range($from, $from + count($levels) - 1), $levels);
    }
}
