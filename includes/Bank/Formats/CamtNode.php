<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use DOMElement;

/** Finds elements by their local names, whatever the version's namespace. */
final readonly class CamtNode
{
    /** @param string $path "RltdPties/Dbtr/Nm" */
    public static function find(?DOMElement $from, string $path): ?DOMElement
    {
        foreach (explode('/', $path) as $name) {
            $from = self::children($from, $name)[0] ?? null;
        }

        return $from;
    }

    public static function text(?DOMElement $from, string ...$paths): string
    {
        foreach ($paths as $path) {
            $text = self::tidy(self::find($from, $path)->textContent ?? '');
            if ($text !== '') {
                return $text;
            }
        }

        return '';
    }

    /** @return list<DOMElement> */
    public static function children(?DOMElement $from, string $name): array
    {
        $found = [];
        foreach ($from->childNodes ?? [] as $child) {
            if ($child instanceof DOMElement && $child->localName === $name) {
                $found[] = $child;
            }
        }

        return $found;
    }

    /** An account's number without spaces. */
    public static function account(?DOMElement $account): string
    {
        return strtoupper((string) preg_replace('/\s+/', '', self::text($account, 'Id/IBAN', 'Id/Othr/Id')));
    }

    public static function tidy(string $text): string
    {
        return trim((string) preg_replace('/\s+/u', ' ', $text));
    }
}
