<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * A paragraph's embedding levels and the order in which its characters stand on paper
 * (Unicode Bidirectional Algorithm, UAX #9, without the explicit marks: PrintableText takes those out).
 */
final readonly class BidiParagraph
{
    private const PAIRS = [0x28 => 0x29, 0x5B => 0x5D, 0x7B => 0x7D];
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
        $this->levels = self::levels(self::neutrals($characters, self::weak($classes, $this->base), $this->base), $this->base);
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
     * Rules W1 to W7.
     *
     * @param list<BidiClass> $classes
     * @return list<BidiClass> L, R, EN, AN, or ON for everything neutral
     */
    private static function weak(array $classes, int $base): array
    {
        $start = $base === 1 ? BidiClass::R : BidiClass::L;
        $strong = $before = $start;
        foreach ($classes as $i => $class) {
            $class = $class === BidiClass::NSM ? $before : $class;
            $before = $class;
            if ($class === BidiClass::EN && $strong === BidiClass::AL) {
                $class = BidiClass::AN;
            }
            if (in_array($class, [BidiClass::L, BidiClass::R, BidiClass::AL], true)) {
                $strong = $class;
            }
            $classes[$i] = $class;
        }
        $classes = array_map(static fn (BidiClass $class) => $class === BidiClass::AL ? BidiClass::R : $class, $classes);
        foreach ($classes as $i => $class) {
            $left = $classes[$i - 1] ?? BidiClass::ON;
            $right = $classes[$i + 1] ?? BidiClass::ON;
            if ($left === $right && (($class === BidiClass::CS && in_array($left, [BidiClass::EN, BidiClass::AN], true))
                || ($class === BidiClass::ES && $left === BidiClass::EN))) {
                $classes[$i] = $left;
            }
        }
        $classes = self::terminators($classes);
        $strong = $start;
        foreach ($classes as $i => $class) {
            if ($class === BidiClass::L || $class === BidiClass::R) {
                $strong = $class;
            } elseif ($class === BidiClass::EN) {
                $classes[$i] = $strong === BidiClass::L ? BidiClass::L : BidiClass::EN;
            } elseif ($class !== BidiClass::AN) {
                $classes[$i] = BidiClass::ON;
            }
        }

        return array_values($classes);
    }

    /**
     * Rule W5: "$", "%" and their like belong to the number they touch.
     *
     * @param array<int, BidiClass> $classes
     * @return array<int, BidiClass>
     */
    private static function terminators(array $classes): array
    {
        foreach ([$classes, array_reverse($classes, true)] as $direction) {
            $number = false;
            foreach (array_keys($direction) as $i) {
                $number = $classes[$i] === BidiClass::EN || ($number && $classes[$i] === BidiClass::ET);
                $classes[$i] = $number ? BidiClass::EN : $classes[$i];
            }
        }

        return $classes;
    }

    /**
     * Rules N0 (brackets), N1 and N2.
     *
     * @param list<int> $characters
     * @param list<BidiClass> $classes
     * @return list<BidiClass>
     */
    private static function neutrals(array $characters, array $classes, int $base): array
    {
        $own = $base === 1 ? BidiClass::R : BidiClass::L;
        $classes = self::brackets($characters, $classes, $own);
        $before = $own;
        $count = count($classes);
        for ($i = 0; $i < $count; ++$i) {
            if ($classes[$i] !== BidiClass::ON) {
                $before = self::direction($classes[$i]);
                continue;
            }
            $end = $i;
            while ($end < $count && $classes[$end] === BidiClass::ON) {
                ++$end;
            }
            $after = $end < $count ? self::direction($classes[$end]) : $own;
            $classes = array_replace($classes, array_fill($i, $end - $i, $before === $after ? $before : $own));
            $i = $end - 1;
        }

        return array_values($classes);
    }

    /**
     * @param list<int> $characters
     * @param list<BidiClass> $classes
     * @return list<BidiClass>
     */
    private static function brackets(array $characters, array $classes, BidiClass $own): array
    {
        $open = [];
        $pairs = [];
        foreach ($characters as $i => $character) {
            if (isset(self::PAIRS[$character]) && $classes[$i] === BidiClass::ON) {
                $open[] = [$i, self::PAIRS[$character]];
                continue;
            }
            for ($j = count($open) - 1; $j >= 0; --$j) {
                if ($open[$j][1] === $character) {
                    $pairs[$open[$j][0]] = $i;
                    $open = array_slice($open, 0, $j);
                    break;
                }
            }
        }
        ksort($pairs);
        foreach ($pairs as $from => $to) {
            $inside = array_map(self::direction(...), array_slice($classes, $from + 1, $to - $from - 1));
            $before = $own;
            for ($i = $from - 1; $i >= 0; --$i) {
                if ($classes[$i] !== BidiClass::ON) {
                    $before = self::direction($classes[$i]);
                    break;
                }
            }
            $other = $own === BidiClass::L ? BidiClass::R : BidiClass::L;
            $direction = match (true) {
                in_array($own, $inside, true) => $own,
                in_array($other, $inside, true) => $before === $other ? $other : $own,
                default => BidiClass::ON,
            };
            $classes[$from] = $classes[$to] = $direction;
        }

        return array_values($classes);
    }

    /** Numbers count as right-to-left where neutrals look around. */
    private static function direction(BidiClass $class): BidiClass
    {
        return $class === BidiClass::EN || $class === BidiClass::AN ? BidiClass::R : $class;
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
