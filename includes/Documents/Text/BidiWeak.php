<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** What numbers, their separators and marks become beside the letters around them (UAX #9, 3.3.4). */
final readonly class BidiWeak
{
    /**
     * Rules W1 to W7.
     *
     * @param list<BidiClass> $classes
     * @return list<BidiClass> L, R, EN, AN, or ON for everything neutral
     */
    public static function resolve(array $classes, int $base): array
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
}
