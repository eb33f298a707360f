<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * Text as it is searched for: without capitals and accents, in words. "Ołówek Söhne" is found by "olowek", "sohne" and
 * "soehne". Words are found by their beginning, which an index serves whatever the table's size.
 */
final readonly class SearchWords
{
    /** Longer words are cut, in what is kept and in what is searched for alike. */
    public const MAX = 64;

    /** Scripts that are written without spaces: a word begins at each of their characters. */
    private const UNSPACED = '/[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]/u';

    /** Behind every text that begins with the same characters. */
    private const LAST = "\u{10FFFF}";

    /**
     * "Ołówek" as "olowek", the same on every site; for sorting, too.
     *
     * @param int $most characters; what is written in several may grow
     */
    public static function fold(string $text, int $most = PHP_INT_MAX, string $locale = 'en_US'): string
    {
        return mb_substr(trim(mb_strtolower(remove_accents($text, $locale))), 0, $most);
    }

    /** @return list<string> all that the texts are to be found by */
    public static function of(string ...$texts): array
    {
        $words = [];
        foreach ($texts as $text) {
            // Who has no ü on the keyboard writes ue, or u.
            foreach ([self::fold($text), self::fold($text, locale: 'de_DE')] as $folded) {
                foreach (self::split($folded, '/\s+/u') as $word) {
                    array_push($words, $word, ...self::within($word));
                }
            }
        }
        $all = [];
        foreach ($words as $word) {
            $all[] = mb_substr($word, 0, self::MAX);
            if (preg_match(self::UNSPACED, $word) === 1) {
                for ($at = 1; $at < min(mb_strlen($word), self::MAX); ++$at) {
                    $all[] = mb_substr($word, $at, self::MAX);
                }
            }
        }

        return array_values(array_unique($all, SORT_STRING));
    }

    /** @return list<string> beginnings of words that what is found has all of; empty when nothing was searched for */
    public static function terms(string $search): array
    {
        return array_map(static fn (string $term): string => mb_substr($term, 0, self::MAX), self::split(self::fold($search), '/\s+/u'));
    }

    /** @return array{string, string} from, and below which, the texts lie that begin so */
    public static function range(string $beginning): array
    {
        return [$beginning, $beginning . self::LAST];
    }

    /** @return list<string> the word from each sign on that is read as the beginning of one: "(south-west" as "south-west" and "west" */
    private static function within(string $word): array
    {
        preg_match_all('/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]/u', $word, $found, PREG_OFFSET_CAPTURE);

        return array_map(static fn (array $sign): string => substr($word, $sign[1]), $found[0]);
    }

    /** @return list<string> */
    private static function split(string $text, string $at): array
    {
        return preg_split($at, $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];
    }
}
