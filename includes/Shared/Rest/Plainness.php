<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use stdClass;

/**
 * What no field of any request may hold, whatever its schema says: bytes that are not UTF-8, control
 * characters, and numbers with a fraction, an exponent beyond reason or a negative zero.
 */
final readonly class Plainness
{
    /** @throws DomainError 400 */
    public function check(mixed $value, string $pointer = ''): void
    {
        if (is_string($value)) {
            $this->check_text($value, $pointer);
        } elseif (is_float($value)) {
            throw DomainError::invalid(__('Enter a whole number, for example 14.', 'counterfoil'), $this->without_part($pointer));
        } elseif (is_array($value) || $value instanceof stdClass) {
            foreach ((array) $value as $name => $inner) {
                $this->check_text((string) $name, $pointer);
                $this->check($inner, "{$pointer}/{$name}");
            }
        }
    }

    private function check_text(string $text, string $pointer): void
    {
        if (! mb_check_encoding($text, 'UTF-8') || str_contains($text, "\u{FFFD}")) {
            throw DomainError::invalid(__('This text isn’t valid UTF-8. Enter it again.', 'counterfoil'), $this->without_part($pointer));
        }
        if (preg_match('/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', $text) === 1) {
            throw DomainError::invalid(__('This text contains a character that can’t be displayed. Remove it and try again.', 'counterfoil'), $this->without_part($pointer));
        }
    }

    private function without_part(string $pointer): string
    {
        return (string) preg_replace('#^/(params|query|body)(?=/|$)#', '', $pointer) ?: '/';
    }
}
