<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * Text from outside, made safe to print: what is invisible or turns the reading direction around is
 * taken out, and what the font cannot draw becomes a visible mark instead of a gap.
 *
 * A name with U+202E (right-to-left override) in it could otherwise make "gpj.exe" read as "exe.jpg".
 */
final readonly class PrintableText
{
    /** What stands for a character the font has not. */
    public const REPLACEMENT = 0xFFFD;

    /** Arabic's zero width non-joiner is kept: it decides how letters join. Shaping takes it out. */
    public const NON_JOINER = 0x200C;

    /** @var array<string, string> */
    private const LOOKALIKES = [
        "\u{2212}" => "\u{2013}",
        "\u{2011}" => '-',
        "\u{2000}" => ' ', "\u{2001}" => ' ', "\u{2002}" => ' ', "\u{2003}" => ' ', "\u{2004}" => ' ',
        "\u{2005}" => ' ', "\u{2006}" => ' ', "\u{2007}" => "\u{A0}", "\u{2008}" => ' ', "\u{2009}" => ' ',
        "\u{200A}" => ' ', "\u{3000}" => ' ', "\t" => ' ',
    ];

    /** C0 and C1 controls, soft hyphen, marks and overrides of direction, joiners, variation selectors. */
    private const INVISIBLE = '/[\x{00}-\x{09}\x{0B}-\x{1F}\x{7F}-\x{9F}\x{AD}\x{61C}\x{180E}\x{200B}\x{200D}-\x{200F}'
        . '\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}\x{FFF9}-\x{FFFB}\x{E0000}-\x{E0FFF}]/u';

    /**
     * @return list<string> the paragraphs; empty ones are kept, as a message's blank lines are meant
     */
    public static function paragraphs(string $text): array
    {
        if (preg_match('/^[\x20-\x7E]*$/D', $text) === 1) {
            return [$text];
        }
        $text = mb_scrub($text, 'UTF-8');
        if (function_exists('normalizer_normalize')) {
            $composed = normalizer_normalize($text);
            $text = is_string($composed) ? $composed : $text;
        }
        $text = strtr(str_replace(["\r\n", "\r", "\u{2028}", "\u{2029}"], "\n", $text), self::LOOKALIKES);

        return explode("\n", (string) preg_replace(self::INVISIBLE, '', $text));
    }

    /** For where one line is meant: a number, a date, a title in the file's properties. */
    public static function single_line(string $text): string
    {
        return trim(implode(' ', self::paragraphs($text)));
    }
}
