<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;

/** What takes time at a door is hashing: how often something is hashed as new passwords are, instead of milliseconds. */
trait CountsHashes
{
    /** @param Closure(): mixed $do */
    private static function hashes(Closure $do): int
    {
        $count = 0;
        $hashed = static function (mixed $options) use (&$count): mixed {
            // Asked for too when WordPress only looks whether a hash is of today's kind.
            $count += in_array('wp_hash_password', array_column(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 12), 'function'), true) ? 1 : 0;

            return $options;
        };
        $checked = static function (mixed $fits, string $password, string $hash) use (&$count): mixed {
            $count += wp_password_needs_rehash($hash) ? 0 : 1;

            return $fits;
        };
        add_filter('wp_hash_password_options', $hashed, PHP_INT_MAX);
        add_filter('check_password', $checked, PHP_INT_MAX, 3);
        $do();
        remove_filter('wp_hash_password_options', $hashed, PHP_INT_MAX);
        remove_filter('check_password', $checked, PHP_INT_MAX);

        return $count;
    }

    /** @return array<string, string> hashes of a password as WordPress kept them in former years */
    private static function old_hashes(string $password): array
    {
        require_once ABSPATH . WPINC . '/class-phpass.php';

        return [
            'md5' => md5($password),
            'phpass' => (new \PasswordHash(8, true))->HashPassword($password),
            'bcrypt of another plugin' => password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]),
            'bcrypt of less cost' => '$wp' . password_hash(base64_encode(hash_hmac('sha384', $password, 'wp-sha384', true)), PASSWORD_BCRYPT, ['cost' => 5]),
        ];
    }
}
