<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Normalizer;

/**
 * The one form in which an e-mail address is kept, compared and counted. Two addresses are the same person's
 * when their normal forms are the same bytes; what only looks alike (accents, full width, zero width) is
 * somebody else's.
 */
final readonly class EmailAddress
{
    /**
     * Without blanks around it, A to Z in lower case, and canonically composed (NFC). Nothing else: other letters
     * have no case here, since two of them may share a small form.
     */
    public static function normal(string $typed): string
    {
        $composed = Normalizer::normalize(trim($typed), Normalizer::FORM_C);

        return strtolower($composed === false ? trim($typed) : $composed);
    }

    public static function are_same(string $one, string $other): bool
    {
        return self::normal($one) === self::normal($other);
    }
}
