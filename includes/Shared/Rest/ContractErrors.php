<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Opis\JsonSchema\Errors\ValidationError;
use stdClass;

/** What a schema found wrong, as sentences that say what to do, by the field's JSON pointer. */
final readonly class ContractErrors
{
    /** @return non-empty-array<string, string> */
    public static function fields(ValidationError $error): array
    {
        $fields = [];
        self::collect($error, $fields);

        return $fields !== [] ? $fields : ['/' => __('This request isn’t valid.', 'counterfoil')];
    }

    /** @param array<string, string> $fields */
    private static function collect(ValidationError $error, array &$fields): void
    {
        $arguments = $error->args();
        $path = $error->data()->fullPath();
        switch ($error->keyword()) {
            case 'additionalProperties':
                // The validator also lists the fields that there are, once one of them is wrong.
                foreach (array_diff((array) ($arguments['properties'] ?? []), self::known($error)) as $name) {
                    // An operation without a body, given one: each of its fields is one too many.
                    $inner = $path === [] ? array_keys((array) ($error->data()->value()->{$name} ?? [])) : [];
                    foreach ($inner === [] ? [[]] : array_map(static fn (int|string $one): array => [$one], $inner) as $rest) {
                        $fields[self::pointer([...$path, (string) $name, ...$rest])] = __('This field doesn’t exist. Remove it from the request.', 'counterfoil');
                    }
                }

                return;
            case 'required':
                foreach ((array) ($arguments['missing'] ?? []) as $name) {
                    $fields[self::pointer([...$path, (string) $name])] = __('This field is required.', 'counterfoil');
                }

                return;
            case 'anyOf':
            case 'oneOf':
                // Of several kinds, the one that is named.
                $of_its_kind = array_filter($error->subErrors(), static fn (ValidationError $one): bool => ! self::is_other_kind($one));
                $deepest = self::deepest($of_its_kind === [] ? $error->subErrors() : $of_its_kind);
                if ($deepest !== null && self::depth($deepest) > count($path)) {
                    self::collect($deepest, $fields);

                    return;
                }
                $fields[self::pointer($path)] ??= self::sentence($deepest?->keyword() ?? 'anyOf', $deepest?->args() ?? [], $error->data()->value(), $deepest === null ? '' : self::form($deepest));

                return;
        }
        if ($error->subErrors() !== []) {
            foreach ($error->subErrors() as $sub) {
                self::collect($sub, $fields);
            }

            return;
        }
        $fields[self::pointer($path)] ??= self::sentence($error->keyword(), $arguments, $error->data()->value(), self::form($error));
    }

    /** What the text has to look like, as src/contract/common.ts names it; empty when it has no name. */
    private static function form(ValidationError $error): string
    {
        $schema = $error->schema()->info()->data();
        $form = $schema instanceof stdClass ? $schema->{'x-form'} ?? '' : '';

        return is_string($form) ? $form : '';
    }

    /** @return list<string> names of the fields that the object may have */
    private static function known(ValidationError $error): array
    {
        $schema = $error->schema()->info()->data();

        return $schema instanceof stdClass ? array_map(strval(...), array_keys((array) ($schema->properties ?? []))) : [];
    }

    /**
     * Of several ways a value may look, the one it came closest to.
     *
     * @param ValidationError[] $errors
     */
    private static function deepest(array $errors): ?ValidationError
    {
        $best = null;
        $depth = -1;
        foreach ($errors as $error) {
            $inner = self::deepest($error->subErrors()) ?? $error;
            $length = self::depth($inner);
            if ($length > $depth && ! ($inner->keyword() === 'type' && ($inner->args()['expected'] ?? '') === 'null')) {
                [$best, $depth] = [$inner, $length];
            }
        }

        return $best;
    }

    /** Something in it would have to have another value: what says of which kind it is. */
    private static function is_other_kind(ValidationError $error): bool
    {
        $other = array_filter($error->subErrors(), self::is_other_kind(...));

        return match ($error->keyword()) {
            'const' => true,
            'anyOf', 'oneOf' => count($other) === count($error->subErrors()),
            default => $other !== [],
        };
    }

    /** Steps to the field an error is about: one more for a field that is missing, or that there is not. */
    private static function depth(ValidationError $error): int
    {
        $names_field = match ($error->keyword()) {
            'required' => true,
            'additionalProperties' => array_diff((array) ($error->args()['properties'] ?? []), self::known($error)) !== [],
            default => false,
        };

        return count($error->data()->fullPath()) + ($names_field ? 1 : 0);
    }

    /** @param array<array-key, mixed> $arguments */
    private static function sentence(string $keyword, array $arguments, mixed $value, string $form = ''): string
    {
        return match ($keyword) {
            'maxLength' => sprintf(
                /* translators: %d: number of characters */
                __('Too long. The maximum is %d characters.', 'counterfoil'),
                (int) ($arguments['max'] ?? 0)
            ),
            'minLength' => $value === '' ? __('This field is required.', 'counterfoil') : sprintf(
                /* translators: %d: number of characters */
                __('Too short. The minimum is %d characters.', 'counterfoil'),
                (int) ($arguments['min'] ?? 0)
            ),
            'maximum' => sprintf(
                /* translators: %s: a number */
                __('Too high. The maximum is %s.', 'counterfoil'),
                number_format_i18n((float) ($arguments['max'] ?? 0))
            ),
            'minimum' => sprintf(
                /* translators: %s: a number */
                __('Too low. The minimum is %s.', 'counterfoil'),
                number_format_i18n((float) ($arguments['min'] ?? 0))
            ),
            'maxItems' => sprintf(
                /* translators: %d: number of entries */
                __('Too many entries. The maximum is %d.', 'counterfoil'),
                (int) ($arguments['max'] ?? 0)
            ),
            'enum', 'const' => __('Choose one of the available options.', 'counterfoil'),
            // It has the form of one, but the calendar has none.
            'format' => __('This date doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil'),
            'pattern' => $value === '' ? __('This field is required.', 'counterfoil') : self::how_to_write($form),
            'type' => sprintf(
                /* translators: %s: name of a JSON type: string, integer, object … */
                __('Wrong type. Expected: %s.', 'counterfoil'),
                implode(' / ', (array) ($arguments['expected'] ?? '?'))
            ),
            default => __('This value isn’t valid. Check it and try again.', 'counterfoil'),
        };
    }

    private static function how_to_write(string $form): string
    {
        return match ($form) {
            'colour' => __('Enter the color as # and six digits or letters from a to f, for example #0f4c5c.', 'counterfoil'),
            'coupon_code' => __('Use 2 to 40 letters from A to Z, numbers, - and _ . For example: SPRING-25', 'counterfoil'),
            'day' => __('Choose a date.', 'counterfoil'),
            'email' => __('Enter an email address, for example name@example.com.', 'counterfoil'),
            'number_pattern' => __('Use {number} once. You can add letters, numbers, spaces and - / _ . For example: {year}-{number}', 'counterfoil'),
            'prefix' => __('Use only letters, numbers, spaces and - / _ . For example: INV-2026-', 'counterfoil'),
            'quantity' => __('Enter a quantity greater than zero with up to four decimals, for example 2 or 1.5.', 'counterfoil'),
            'rate' => __('Enter a percentage from 0 to 100 with up to four decimals, for example 19 or 7.5.', 'counterfoil'),
            'web_address' => __('Enter a web address that starts with https:// or http://, for example https://example.com.', 'counterfoil'),
            default => __('This value has the wrong format. Check it and try again.', 'counterfoil'),
        };
    }

    /** @param array<int|string> $path the first step is params, query or body, which senders don't know of */
    private static function pointer(array $path): string
    {
        if (in_array($path[0] ?? '', ['params', 'query', 'body'], true)) {
            array_shift($path);
        }

        return '/' . implode('/', array_map(static fn (int|string $step): string => str_replace(['~', '/'], ['~0', '~1'], (string) $step), $path));
    }
}
