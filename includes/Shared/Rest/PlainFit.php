<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use stdClass;

/**
 * Sees of most requests that they fit the contract: those of a few names, whole numbers and words. The validator of JSON Schema
 * decides about all others, and says what is wrong; it takes longer to load than many a request takes otherwise.
 */
final readonly class PlainFit
{
    private const KEYWORDS = [
        'type' => 1, 'properties' => 1, 'required' => 1, 'additionalProperties' => 1, 'minimum' => 1, 'maximum' => 1, 'minLength' => 1, 'maxLength' => 1, 'enum' => 1, 'const' => 1, 'x-form' => 1,
    ];

    /** @return bool false where it doesn't fit, and where that is not said by these keywords alone */
    public static function of(mixed $value, stdClass $schema): bool
    {
        if (array_diff_key(get_object_vars($schema), self::KEYWORDS) !== []) {
            return false;
        }

        return match ($schema->type ?? null) {
            'object' => $value instanceof stdClass && self::has_its_parts($value, $schema),
            'string' => is_string($value) && self::is_within(mb_strlen($value, 'UTF-8'), $schema->minLength ?? null, $schema->maxLength ?? null) && self::is_one_of($value, $schema),
            'integer' => is_int($value) && self::is_within($value, $schema->minimum ?? null, $schema->maximum ?? null) && self::is_one_of($value, $schema),
            'boolean' => is_bool($value) && self::is_one_of($value, $schema),
            default => false,
        };
    }

    private static function has_its_parts(stdClass $value, stdClass $schema): bool
    {
        $parts = get_object_vars($value);
        $known = get_object_vars($schema->properties ?? new stdClass());
        if (array_diff_key($parts, $known) !== [] || array_diff_key(array_flip($schema->required ?? []), $parts) !== []) {
            return false;
        }
        foreach ($parts as $name => $part) {
            if (! $known[$name] instanceof stdClass || ! self::of($part, $known[$name])) {
                return false;
            }
        }

        return true;
    }

    private static function is_within(int $number, int|float|null $least, int|float|null $most): bool
    {
        return ($least === null || $number >= $least) && ($most === null || $number <= $most);
    }

    private static function is_one_of(int|string|bool $value, stdClass $schema): bool
    {
        return (! isset($schema->enum) || in_array($value, $schema->enum, true)) && (! property_exists($schema, 'const') || $value === $schema->const);
    }
}
