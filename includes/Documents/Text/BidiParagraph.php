<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * A paragraph's embedding levels and the order in which its characters stand on paper
 * (Unicode Bidirectional Algorithm, UAX #9, without the explicit marks: PrintableText takes those out).
 */
final readonly class BidiParagraph
{
    private const MIRRORED = [
        0x28 => 0x29, 0x29 => 0x28, 0x3C => 0x3E, 0x3E => 0x3C, 0x5B => 0x5D, 0x5D => 0x5B, 0x7B => 0x7D,
        0x7D => 0x7B, 0xAB => 0xBB, 0xBB => 0xAB, 0x2039 => 0x203A, 0x203A => 0x2039, 0x2264 => 0x2265,
        0x2265 => 0x2264,
    ];

    /** @var list<int> */
    private array $levels;

    public int $base;

    /** @param list<int> $characters code points in reading order, shaped */
    public function __construct(private array $characters)
    {
        $classes = array_map(BidiClass::of(...), $characters);
        $this->base = self::base_level($classes);
        $this->levels = self::levels(BidiNeutrals::resolve($characters, BidiWeak::resolve($classes, $this->base), $this->base), $this->base);
    }

    /**
     * @return list<int> the characters from $from up to, not including, $to, from left to right
     */
    public function visual(int $from, int $to): array
    {
        $levels = array_slice($this->levels, $from, $to - $from);
        $order = range($from, max($from, $to - 1));
        $highest = $levels === [] ? 0 : max($levels);
        for ($i = count($levels) - 1; $i >= 0 && $this->characters[$from + $i] === 0x20; --$i) {
            $levels[$i] = $this->base;
        }
        for ($level = $highest; $level > 0; --$level) {
            for ($i = 0, $n = count($levels); $i < $n; ++$i) {
                if ($levels[$i] < $level) {
                    continue;
                }
                $end = $i;
                while ($end + 1 < $n && $levels[$end + 1] >= $level) {
                    ++$end;
                }
                array_splice($order, $i, $end - $i + 1, array_reverse(array_slice($order, $i, $end - $i + 1)));
                $i = $end;
            }
        }

        return $levels === [] ? [] : $this->marks_after_letters($order);
    }

    /**
     * Rule L3: a mark is drawn over the letter that comes before it, so it has to follow it again. L4: mirrors.
     *
     * @param list<int> $order
     * @return list<int>
     */
    private function marks_after_letters(array $order): array
    {
        $drawn = [];
        $marks = [];
        foreach ($order as $at) {
            $character = $this->characters[$at];
            $right_to_left = $this->levels[$at] % 2 === 1;
            if ($right_to_left && BidiClass::of($character) === BidiClass::NSM) {
                $marks[] = $character;
                continue;
            }
            $drawn[] = $right_to_left ? (self::MIRRORED[$character] ?? $character) : $character;
            array_push($drawn, ...array_reverse($marks));
            $marks = [];
        }

        return [...$drawn, ...$marks];
    }

    /** @param list<BidiClass> $classes rules P2, P3 */
    private static function base_level(array $classes): int
    {
        foreach ($classes as $class) {
            if ($class === BidiClass::L) {
                return 0;
            }
            if ($class === BidiClass::R || $class === BidiClass::AL) {
                return 1;
            }
        }

        return 0;
    }

    /**
     * Rules I1, I2.
     *
     * @param list<BidiClass> $classes
     * @return list<int>
     */
    private static function levels(array $classes, int $base): array
    {
        return array_map(static fn (BidiClass $class): int => match ($class) {
            BidiClass::L => $base === 0 ? 0 : 2,
            BidiClass::R => 1,
            default => 2,
        }, $classes);
    }
}
