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

        return $fields !== [] ? $fields : ['/' => __('This request is not understood.', 'counterfoil')];
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
                        $fields[self::pointer([...$path, (string) $name, ...$rest])] = __('There is no such field. Leave it out.', 'counterfoil');
                    }
                }

                return;
            case 'required':
                foreach ((array) ($arguments['missing'] ?? []) as $name) {
                    $fields[self::pointer([...$path, (string) $name])] = __('This field is missing. Please fill it in.', 'counterfoil');
                }

                return;
            case 'anyOf':
            case 'oneOf':
                $deepest = self::deepest($error->subErrors());
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
                __('This is too long. At most %d characters fit.', 'counterfoil'),
                (int) ($arguments['max'] ?? 0)
            ),
            'minLength' => $value === '' ? __('Please fill in this field.', 'counterfoil') : sprintf(
                /* translators: %d: number of characters */
                __('This is too short. At least %d characters are needed.', 'counterfoil'),
                (int) ($arguments['min'] ?? 0)
            ),
            'maximum' => sprintf(
                /* translators: %s: a number */
                __('This is too much. The most is %s.', 'counterfoil'),
                number_format_i18n((float) ($arguments['max'] ?? 0))
            ),
            'minimum' => sprintf(
                /* translators: %s: a number */
                __('This is too little. The least is %s.', 'counterfoil'),
                number_format_i18n((float) ($arguments['min'] ?? 0))
            ),
            'maxItems' => sprintf(
                /* translators: %d: number of entries */
                __('These are too many. At most %d fit.', 'counterfoil'),
                (int) ($arguments['max'] ?? 0)
            ),
            'enum', 'const' => __('This is not one of the choices.', 'counterfoil'),
            'pattern' => $value === '' ? __('Please fill in this field.', 'counterfoil') : self::how_to_write($form),
            'type' => sprintf(
                /* translators: %s: name of a JSON type: string, integer, object … */
                __('This is of the wrong kind. It has to be: %s.', 'counterfoil'),
                implode(' / ', (array) ($arguments['expected'] ?? '?'))
            ),
            default => __('This is not valid. Please check it.', 'counterfoil'),
        };
    }

    private static function how_to_write(string $form): string
    {
        return match ($form) {
            'colour' => __('Please type a colour as # and six digits or letters from a to f: #0f4c5c.', 'counterfoil'),
            'day' => __('Please choose a date.', 'counterfoil'),
            'email' => __('Please type an e-mail address, such as name@example.com.', 'counterfoil'),
            'prefix' => __('Only letters, digits, spaces and - / _ . can be used here.', 'counterfoil'),
            'quantity' => __('Please type a quantity above zero, with at most four decimals.', 'counterfoil'),
            'rate' => __('Please type a percentage from 0 to 100, with at most four decimals.', 'counterfoil'),
            'web_address' => __('Please type a web address that begins with https:// or http://.', 'counterfoil'),
            default => __('This does not have the right form. Please check it.', 'counterfoil'),
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
