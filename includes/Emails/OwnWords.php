<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\DomainError;

/** Puts the agency's own words into a letter: "{number}" stands for what the letter knows of it. */
final readonly class OwnWords
{
    /** @param array{subject: string, body: string} $text */
    public static function in(Letter $letter, array $text, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $values = [...$letter->values, 'name' => OneLine::of($mail->recipient_name), 'business' => $letterhead->name()];
        if (trim($text['subject']) !== '') {
            $letter = $letter->with_subject(OneLine::of(self::fill($text['subject'], $values)));
        }

        return trim($text['body']) === '' ? $letter : $letter->with_paragraphs(self::paragraphs(self::fill($text['body'], $values)));
    }

    /**
     * @param array<string, string> $known
     * @throws DomainError 400 naming a placeholder that the letter does not know
     */
    public static function check(string $text, array $known, string $pointer): void
    {
        preg_match_all('/\{([^{}\s]*)\}/u', $text, $found);
        foreach ($found[1] as $name) {
            if (! isset($known[$name])) {
                throw DomainError::invalid(sprintf(
                    /* translators: 1: something in braces that was typed, 2: list of what may be in braces */
                    __('%1$s isn’t available in this email. Use one of these: %2$s.', 'counterfoil'),
                    "{{$name}}",
                    '{' . implode('}, {', array_keys($known)) . '}'
                ), $pointer);
            }
        }
    }

    /** @param array<string, string> $values what is put in is not looked through again */
    private static function fill(string $text, array $values): string
    {
        $pairs = [];
        foreach ($values as $name => $value) {
            $pairs["{{$name}}"] = $value;
        }

        return $pairs === [] ? $text : strtr($text, $pairs);
    }

    /** @return list<string> */
    private static function paragraphs(string $text): array
    {
        $parts = preg_split('/\n{2,}/', trim(str_replace("\r\n", "\n", $text)));

        return array_values(array_filter($parts === false ? [] : array_map(trim(...), $parts), static fn (string $part): bool => $part !== ''));
    }
}
