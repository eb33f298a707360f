<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use IntlChar;
use Normalizer;

/**
 * Chooses the positional form of Arabic letters (Unicode Standard, 9.2 "Arabic", cursive joining).
 *
 * PDF painters put glyph beside glyph; they join nothing. The forms are taken from Unicode's
 * presentation blocks, so that both painters, and a reader's search, see the same code points.
 */
final class ArabicShaping
{
    private const LAM = 0x0644;
    private const TATWEEL = 0x0640;

    /** Presentation forms A (letters only, no ligatures of words) and B. */
    private const BLOCKS = [[0xFB50, 0xFBFF], [0xFE80, 0xFEFC]];

    /** @var array<string, array<int, int>> letter, or lam and alef => IntlChar::DT_ISOLATED and so on => the form */
    private static array $forms = [];

    /**
     * @param list<int> $letters code points in the order they are read
     * @return list<int> the same with forms and ligatures chosen, without non-joiners
     */
    public static function shape(array $letters): array
    {
        $shaped = [];
        $count = count($letters);
        $joins_on = false;
        for ($i = 0; $i < $count; ++$i) {
            $letter = $letters[$i];
            if ($letter === PrintableText::NON_JOINER) {
                $joins_on = false;
                continue;
            }
            if (self::is_mark($letter)) {
                $shaped[] = $letter;
                continue;
            }
            $forms = self::forms($letter);
            $ligature = $letter === self::LAM && isset($letters[$i + 1]) ? self::forms($letter, $letters[$i + 1]) : [];
            if ($ligature !== []) {
                $forms = $ligature;
                ++$i;
            }
            $before = $joins_on && isset($forms[IntlChar::DT_FINAL]);
            $after = isset($forms[IntlChar::DT_INITIAL]) && self::next_joins($letters, $i + 1);
            $shaped[] = $forms[match (true) {
                $before && $after => IntlChar::DT_MEDIAL,
                $before => IntlChar::DT_FINAL,
                $after => IntlChar::DT_INITIAL,
                default => IntlChar::DT_ISOLATED,
            }] ?? $letter;
            $joins_on = $after || $letter === self::TATWEEL;
        }

        return $shaped;
    }

    /** @param list<int> $letters */
    private static function next_joins(array $letters, int $at): bool
    {
        while (isset($letters[$at]) && self::is_mark($letters[$at])) {
            ++$at;
        }
        $next = $letters[$at] ?? 0;

        return $next === self::TATWEEL || isset(self::forms($next)[IntlChar::DT_FINAL]);
    }

    private static function is_mark(int $letter): bool
    {
        return IntlChar::getIntPropertyValue($letter, IntlChar::PROPERTY_JOINING_TYPE) === IntlChar::JT_TRANSPARENT;
    }

    /** @return array<int, int> */
    private static function forms(int ...$letters): array
    {
        if ($letters[0] < 0x0600 || $letters[0] > 0x06FF) {
            return [];
        }
        if (self::$forms === []) {
            self::read_forms();
        }

        return self::$forms[implode('', array_map(mb_chr(...), $letters))] ?? [];
    }

    /** Each form says of itself which letter it is of, and in which place. */
    private static function read_forms(): void
    {
        foreach (self::BLOCKS as [$first, $last]) {
            for ($form = $first; $form <= $last; ++$form) {
                $place = IntlChar::getIntPropertyValue($form, IntlChar::PROPERTY_DECOMPOSITION_TYPE);
                if ($place !== IntlChar::DT_NONE) {
                    self::$forms[(string) Normalizer::normalize(mb_chr($form), Normalizer::FORM_KC)][$place] ??= $form;
                }
            }
        }
    }
}
