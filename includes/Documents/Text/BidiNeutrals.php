<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** Which way blanks, punctuation and brackets go: as what stands around them, else as the paragraph (UAX #9, 3.3.5). */
final readonly class BidiNeutrals
{
    /** Opening brackets and what closes them. */
    private const PAIRS = [0x28 => 0x29, 0x5B => 0x5D, 0x7B => 0x7D];

    /**
     * Rules N0 (brackets), N1 and N2.
     *
     * @param list<int> $characters
     * @param list<BidiClass> $classes
     * @return list<BidiClass>
     */
    public static function resolve(array $characters, array $classes, int $base): array
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
}
