<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/**
 * Whether two lines of one day and amount, from files of different formats, are the same transfer: what both say agrees, and
 * something is said by both. In doubt they are two: then a line is reviewed twice, but no money is lost.
 */
final readonly class SaidTwice
{
    /** Characters from which a text within another one is no chance. */
    private const TELLING = 5;

    public static function is(Line $one, Line $other): bool
    {
        [$own, $other_own] = [self::bare($one->own_account), self::bare($other->own_account)];
        [$payer, $other_payer] = [self::bare($one->account), self::bare($other->account)];
        if (! self::are_one_account($own, $other_own) || ! self::are_one_account($payer, $other_payer)) {
            return false;
        }
        $purposes = self::agree($one->purpose, $other->purpose, $one, $other);
        $references = self::agree($one->reference, $other->reference, $one, $other);
        $names = self::agree($one->name, $other->name, $one, $other);
        // Some formats have the bank's word for such a booking instead of the purpose, but the payer's reference.
        $said = $purposes === true || $references === true ? true : ($purposes ?? $references);

        return match (true) {
            $said === false => false,
            // The name of an account's holder is written in many ways.
            $payer !== '' && $other_payer !== '' => true,
            $names === false => false,
            default => $said === true || $names === true,
        };
    }

    /** An IBAN has the number within it that older formats have instead. */
    private static function are_one_account(string $one, string $other): bool
    {
        return $one === '' || $other === '' || str_contains($one, ltrim($other, '0')) || str_contains($other, ltrim($one, '0'));
    }

    /** @return bool|null null where one of them says nothing */
    private static function agree(string $text, string $other_text, Line $one, Line $other): ?bool
    {
        [$text, $other_text] = [self::bare($text), self::bare($other_text)];
        if ($text === '' || $other_text === '') {
            return null;
        }

        return $text === $other_text || self::stands_in($text, $other) || self::stands_in($other_text, $one);
    }

    /** Formats part what is said into name, reference and purpose in other ways, or not at all. */
    private static function stands_in(string $text, Line $line): bool
    {
        // A number is no part of a longer one: "INV-1" is not within "INV-12".
        $alone = (ctype_digit($text[0]) ? '(?<![0-9])' : '') . $text . (ctype_digit($text[-1]) ? '(?![0-9])' : '');

        return strlen($text) >= self::TELLING && preg_match("/{$alone}/", implode(' ', array_map(self::bare(...), [$line->name, $line->reference, $line->purpose]))) === 1;
    }

    /** Letters and digits alone; an umlaut as it is written where there is none. */
    private static function bare(string $text): string
    {
        return strtr((string) preg_replace('/[^A-Z0-9]/', '', strtoupper(remove_accents($text))), ['AE' => 'A', 'OE' => 'O', 'UE' => 'U']);
    }
}
