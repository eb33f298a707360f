<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use IntlChar;

/** One isolating run sequence: numbers, brackets and blanks take the direction of what is around them (UAX #9, 3.3.4 to 3.3.6). */
final class BidiSequence
{
    /** Rule BD16. */
    private const DEEPEST_BRACKETS = 63;

    /** Two pairs of brackets that Unicode holds to be the same. */
    private const SAME = [0x2329 => 0x3008, 0x232A => 0x3009];

    /**
     * @param list<int> $characters
     * @param array<int, BidiClass> $classes
     */
    private function __construct(
        private readonly array $characters,
        private array $classes,
        private readonly BidiClass $own,
        private readonly BidiClass $start,
        private readonly BidiClass $end,
    ) {
    }

    /**
     * @param list<int> $characters
     * @param list<BidiClass> $classes as overrides leave them
     * @param int $level of the whole sequence
     * @param BidiClass $start L or R, what stands before it
     * @param BidiClass $end L or R, what stands behind it
     * @return list<int> the characters' levels
     */
    public static function levels(array $characters, array $classes, int $level, BidiClass $start, BidiClass $end): array
    {
        $sequence = new self($characters, $classes, BidiClass::of_level($level), $start, $end);
        $sequence->weak();
        $sequence->brackets($classes);
        $sequence->neutrals();

        // Rules I1, I2.
        return array_map(static fn (BidiClass $class): int => $level + match ($class) {
            BidiClass::L => $level % 2,
            BidiClass::R => 1 - $level % 2,
            default => 2 - $level % 2,
        }, array_values($sequence->classes));
    }

    /** Rules W1 to W7. */
    private function weak(): void
    {
        $strong = $before = $this->start;
        foreach ($this->classes as $i => $class) {
            if ($class === BidiClass::NSM) {
                $class = $before->begins_isolate() || $before === BidiClass::PDI ? BidiClass::ON : $before;
            }
            $before = $class;
            if ($class === BidiClass::L || $class === BidiClass::R || $class === BidiClass::AL) {
                $strong = $class;
            }
            $this->classes[$i] = match (true) {
                $class === BidiClass::EN && $strong === BidiClass::AL => BidiClass::AN,
                $class === BidiClass::AL => BidiClass::R,
                default => $class,
            };
        }
        foreach ($this->classes as $i => $class) {
            $left = $this->classes[$i - 1] ?? null;
            if ($left !== null && $left === ($this->classes[$i + 1] ?? null)
                && (($class === BidiClass::CS && ($left === BidiClass::EN || $left === BidiClass::AN))
                || ($class === BidiClass::ES && $left === BidiClass::EN))) {
                $this->classes[$i] = $left;
            }
        }
        $places = array_keys($this->classes);
        foreach ([$places, array_reverse($places)] as $direction) {
            $number = false;
            foreach ($direction as $i) {
                $number = $this->classes[$i] === BidiClass::EN || ($number && $this->classes[$i] === BidiClass::ET);
                $this->classes[$i] = $number ? BidiClass::EN : $this->classes[$i];
            }
        }
        $strong = $this->start;
        foreach ($this->classes as $i => $class) {
            if ($class === BidiClass::L || $class === BidiClass::R) {
                $strong = $class;
            }
            $this->classes[$i] = match ($class) {
                BidiClass::EN => $strong === BidiClass::L ? BidiClass::L : BidiClass::EN,
                BidiClass::ES, BidiClass::ET, BidiClass::CS => BidiClass::ON,
                default => $class,
            };
        }
    }

    /**
     * Rule N0.
     *
     * @param list<BidiClass> $original before the weak ones were resolved
     */
    private function brackets(array $original): void
    {
        foreach ($this->pairs() as $from => $to) {
            $direction = null;
            for ($i = $from + 1; $i < $to && $direction !== $this->own; ++$i) {
                $inside = $this->classes[$i]->direction();
                $direction = $inside === BidiClass::L || $inside === BidiClass::R ? $inside : $direction;
            }
            if ($direction === null) {
                continue;
            }
            if ($direction !== $this->own && $this->before($from) !== $direction) {
                $direction = $this->own;
            }
            foreach ([$from, $to] as $i) {
                do {
                    $this->classes[$i] = $direction;
                } while (($original[++$i] ?? null) === BidiClass::NSM);
            }
        }
    }

    /** The last direction before a place. */
    private function before(int $at): BidiClass
    {
        while (--$at >= 0) {
            if (! $this->classes[$at]->is_neutral()) {
                return $this->classes[$at]->direction();
            }
        }

        return $this->start;
    }

    /** @return array<int, int> BD16: opening => closing, in the order of the opening ones */
    private function pairs(): array
    {
        $open = $pairs = [];
        foreach ($this->characters as $i => $character) {
            $type = $this->classes[$i] === BidiClass::ON
                ? IntlChar::getIntPropertyValue($character, IntlChar::PROPERTY_BIDI_PAIRED_BRACKET_TYPE) : 0;
            if ($type === 1) {
                if (count($open) === self::DEEPEST_BRACKETS) {
                    return [];
                }
                $closing = (int) IntlChar::getBidiPairedBracket($character);
                $open[] = [$i, self::SAME[$closing] ?? $closing];
            } elseif ($type === 2) {
                for ($j = count($open) - 1; $j >= 0; --$j) {
                    if ($open[$j][1] === (self::SAME[$character] ?? $character)) {
                        $pairs[$open[$j][0]] = $i;
                        array_splice($open, $j);
                        break;
                    }
                }
            }
        }
        ksort($pairs);

        return $pairs;
    }

    /** Rules N1, N2. */
    private function neutrals(): void
    {
        $before = $this->start;
        $count = count($this->classes);
        for ($i = 0; $i < $count; ++$i) {
            if (! $this->classes[$i]->is_neutral()) {
                $before = $this->classes[$i]->direction();
                continue;
            }
            $end = $i;
            while ($end < $count && $this->classes[$end]->is_neutral()) {
                ++$end;
            }
            $after = $end < $count ? $this->classes[$end]->direction() : $this->end;
            for (; $i < $end; ++$i) {
                $this->classes[$i] = $before === $after ? $before : $this->own;
            }
            --$i;
        }
    }
}
