<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/**
 * What is asked of a new password: length, and not the first thing to be guessed. No rules about kinds
 * of characters, as NIST SP 800-63B (5.1.1.2) advises.
 */
final readonly class NewPassword
{
    public const LEAST = 10;
    private const MOST = 200;

    /** @throws DomainError 400 */
    public static function check(#[SensitiveParameter] string $password, string $email): string
    {
        $length = mb_strlen($password);
        if ($length < self::LEAST) {
            /* translators: %d: number of characters */
            throw DomainError::invalid(sprintf(__('Use at least %d characters. A few random words are easy to remember.', 'counterfoil'), self::LEAST), '/password');
        }
        if ($length > self::MOST || preg_match('/[\x00-\x1F\x7F]/', $password) === 1 || trim($password) !== $password) {
            throw DomainError::invalid(__('Use up to 200 characters, with no spaces at the start or end.', 'counterfoil'), '/password');
        }
        $plain = mb_strtolower($password);
        $name = (string) strtok(mb_strtolower($email), '@');
        if ($plain === mb_strtolower($email) || count(array_unique(mb_str_split($plain))) < 4 || str_replace($name, '', $plain) === '') {
            throw DomainError::invalid(__('This password is too easy to guess. Please choose another one.', 'counterfoil'), '/password');
        }

        return $password;
    }
}
