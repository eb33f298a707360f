<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * Chooses the positional form of Arabic letters (Unicode Standard, 9.2 "Arabic", cursive joining).
 *
 * PDF painters put glyph beside glyph; they join nothing. The forms are taken from Unicode's
 * presentation blocks, so that both painters, and a reader's search, see the same code points.
 */
final readonly class ArabicShaping
{
    private const LAM = 0x0644;
    private const TATWEEL = 0x0640;

    /** Ligatures of lam with the alef that follows: isolated form; the final form is the next code point. */
    private const LAM_ALEF = [0x0622 => 0xFEF5, 0x0623 => 0xFEF7, 0x0625 => 0xFEF9, 0x0627 => 0xFEFB];

    /**
     * Letter => [isolated form, number of forms]. The forms follow each other in Unicode's order: isolated,
     * final, initial, medial. Two forms: joins only the letter before it. One: joins nothing.
     */
    private const FORMS = [
        0x0621 => [0xFE80, 1], 0x0622 => [0xFE81, 2], 0x0623 => [0xFE83, 2], 0x0624 => [0xFE85, 2],
        0x0625 => [0xFE87, 2], 0x0626 => [0xFE89, 4], 0x0627 => [0xFE8D, 2], 0x0628 => [0xFE8F, 4],
        0x0629 => [0xFE93, 2], 0x062A => [0xFE95, 4], 0x062B => [0xFE99, 4], 0x062C => [0xFE9D, 4],
        0x062D => [0xFEA1, 4], 0x062E => [0xFEA5, 4], 0x062F => [0xFEA9, 2], 0x0630 => [0xFEAB, 2],
        0x0631 => [0xFEAD, 2], 0x0632 => [0xFEAF, 2], 0x0633 => [0xFEB1, 4], 0x0634 => [0xFEB5, 4],
        0x0635 => [0xFEB9, 4], 0x0636 => [0xFEBD, 4], 0x0637 => [0xFEC1, 4], 0x0638 => [0xFEC5, 4],
        0x0639 => [0xFEC9, 4], 0x063A => [0xFECD, 4], 0x0641 => [0xFED1, 4], 0x0642 => [0xFED5, 4],
        0x0643 => [0xFED9, 4], 0x0644 => [0xFEDD, 4], 0x0645 => [0xFEE1, 4], 0x0646 => [0xFEE5, 4],
        0x0647 => [0xFEE9, 4], 0x0648 => [0xFEED, 2], 0x0649 => [0xFEEF, 2], 0x064A => [0xFEF1, 4],
        0x0679 => [0xFB66, 4], 0x067E => [0xFB56, 4], 0x0686 => [0xFB7A, 4], 0x0688 => [0xFB88, 2],
        0x0691 => [0xFB8C, 2], 0x0698 => [0xFB8A, 2], 0x06A4 => [0xFB6A, 4], 0x06A9 => [0xFB8E, 4],
        0x06AF => [0xFB92, 4], 0x06BA => [0xFB9E, 2], 0x06BE => [0xFBAA, 4], 0x06C0 => [0xFBA4, 2],
        0x06C1 => [0xFBA6, 4], 0x06CC => [0xFBFC, 4], 0x06D2 => [0xFBAE, 2],
    ];

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
            if ($letter === self::LAM && isset(self::LAM_ALEF[$letters[$i + 1] ?? 0])) {
                $shaped[] = self::LAM_ALEF[$letters[++$i]] + ($joins_on ? 1 : 0);
                $joins_on = false;
                continue;
            }
            if (!isset(self::FORMS[$letter])) {
                $shaped[] = $letter;
                $joins_on = $letter === self::TATWEEL;
                continue;
            }
            [$isolated, $forms] = self::FORMS[$letter];
            $before = $joins_on && $forms > 1;
            $after = $forms === 4 && self::next_joins($letters, $i + 1);
            $shaped[] = $isolated + ($before ? 1 : 0) + ($after ? 2 : 0);
            $joins_on = $after;
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

        return $next === self::TATWEEL || (self::FORMS[$next][1] ?? 1) > 1;
    }

    private static function is_mark(int $letter): bool
    {
        return ($letter >= 0x064B && $letter <= 0x065F) || $letter === 0x0670;
    }
}
