<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

use Counterfoil\Shared\SearchWords;

/** A name as banks may have changed it: without capitals, accents, punctuation and the legal form. */
final readonly class PayerName
{
    /** Legal forms that are written in several ways, or left out by payers. */
    private const FORMS = [
        'sp', 'z', 'o', 'oo', 'zoo', 'spzoo', 'sa', 'sc', 'sk', 'ska', 'spolka', 'gmbh', 'mbh', 'ag', 'kg', 'kgaa', 'ohg', 'ug', 'gbr', 'ek', 'ev', 'co', 'und', 'and',
        'haftungsbeschrankt', 'ltd', 'limited', 'plc', 'llc', 'llp', 'inc', 'incorporated', 'corp', 'corporation', 'company', 'the', 'bv', 'nv', 'vof', 'cv',
        'sas', 'sasu', 'sarl', 'eurl', 'srl', 'spa', 'sl', 'slu', 'lda', 'oy', 'oyj', 'ab', 'as', 'asa', 'aps', 'sro', 'doo', 'kft', 'zrt', 'b', 'v', 's', 'a', 'n',
    ];

    /** "ACME Sp. z o.o." as "acme"; empty where nothing is left. */
    public static function of(string $name): string
    {
        return implode(' ', self::words($name));
    }

    /** @return list<string> what the name may begin with: banks write addresses behind names; the longest first */
    public static function beginnings(string $name): array
    {
        $words = array_slice(self::words($name), 0, 6);
        $found = [];
        for ($count = count($words); $count > 0; --$count) {
            $found[] = implode(' ', array_slice($words, 0, $count));
        }

        return $found;
    }

    /** @return list<string> */
    private static function words(string $name): array
    {
        // "O'Neill" and "S.A." are one word, "south-west" two.
        $text = str_replace(["'", '’', '.'], '', preg_match('/[^\x00-\x7F]/', $name) === 1 ? SearchWords::fold($name) : strtolower($name));
        $words = preg_split('/[^\p{L}\p{N}]+/u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];

        return array_values(array_diff($words, self::FORMS));
    }
}
