<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;
use Throwable;
use WP_Error;
use WP_User;

/**
 * Other plugins that have a say in who logs in: disabled accounts, lock-outs, second factors, captchas. They answer
 * WordPress' filters `wp_authenticate_user` and `authenticate`, which are asked at each of our doors, whatever was shown
 * there: a password, a mailed link, an invitation. What they refuse is refused.
 */
final class Guards
{
    /** The ways of WordPress itself to prove who one is; that has been done. */
    private const OF_WORDPRESS = ['wp_authenticate_username_password', 'wp_authenticate_email_password', 'wp_authenticate_application_password', 'wp_authenticate_cookie'];

    /** What WordPress says of a wrong password. */
    private const WRONG = 'incorrect_password';

    private const LONGEST_MESSAGE = 300;

    /** Of the process: WordPress' filters know nothing of objects. */
    private static bool $are_asked = false;

    /** Whether it is us who asks: what keeps contacts out of WordPress' own forms has nothing to say then. */
    public static function are_asked(): bool
    {
        return self::$are_asked;
    }

    /**
     * Somebody has proved who they are.
     *
     * @param string $password '' where a mailed link was the proof
     * @throws DomainError 403 in the words of whoever refuses
     */
    public function ask(WP_User $user, #[SensitiveParameter] string $password = ''): void
    {
        $answer = $this->asked(static function () use ($user, $password): mixed {
            /** This filter is documented in wp-includes/user.php */
            $answer = apply_filters('wp_authenticate_user', $user, wp_slash($password));

            /** This filter is documented in wp-includes/pluggable.php */
            return $answer instanceof WP_Error ? $answer : apply_filters('authenticate', $answer, $user->user_login, wp_slash($password));
        });
        if (! $answer instanceof WP_User || $answer->ID !== $user->ID) {
            throw self::refused($answer);
        }
    }

    /**
     * Somebody has not. A guard that would refuse this visitor all the same says so now, in the same words as for
     * the right password: else its words would tell which one is right.
     *
     * @throws DomainError 403 in the words of whoever refuses
     */
    public function ask_about_stranger(string $email, #[SensitiveParameter] string $password): void
    {
        $stranger = new WP_User();
        $stranger->user_login = $email;
        $stranger->user_email = $email;
        try {
            $answer = $this->asked(static function () use ($stranger, $email, $password): mixed {
                /** This filter is documented in wp-includes/user.php */
                $answer = apply_filters('wp_authenticate_user', $stranger, wp_slash($password));

                /** This filter is documented in wp-includes/pluggable.php */
                return $answer instanceof WP_Error ? $answer : apply_filters('authenticate', new WP_Error(self::WRONG), $email, wp_slash($password));
            });
        } catch (Throwable) {
            // Who can't do with somebody who has no account has no objection.
            return;
        }
        if ($answer instanceof WP_Error && $answer->get_error_code() !== self::WRONG) {
            throw self::refused($answer);
        }
    }

    /** @throws DomainError 403 where another plugin lets nobody choose a new password for this account */
    public function ask_about_reset(WP_User $user): void
    {
        if (! self::allows_reset($user)) {
            throw self::refused(null);
        }
    }

    public static function allows_reset(WP_User $user): bool
    {
        /** This filter is documented in wp-includes/user.php */
        return apply_filters('allow_password_reset', true, $user->ID) === true;
    }

    /** @param Closure(): mixed $ask */
    private function asked(Closure $ask): mixed
    {
        self::$are_asked = true;
        try {
            return $this->without_wordpress($ask);
        } finally {
            self::$are_asked = false;
        }
    }

    /** @param Closure(): mixed $ask */
    private function without_wordpress(Closure $ask): mixed
    {
        $hooked = array_filter(array_map(static fn (string $function): int|false => self::priority($function), array_combine(self::OF_WORDPRESS, self::OF_WORDPRESS)), is_int(...));
        foreach ($hooked as $function => $priority) {
            remove_filter('authenticate', $function, $priority);
        }
        try {
            return $ask();
        } finally {
            foreach ($hooked as $function => $priority) {
                add_filter('authenticate', $function, $priority, 3);
            }
        }
    }

    private static function priority(string $function): int|false
    {
        $priority = has_filter('authenticate', $function);

        return is_int($priority) ? $priority : false;
    }

    /** Their sentence, without whatever else is in it. */
    private static function refused(mixed $answer): DomainError
    {
        $message = $answer instanceof WP_Error ? (string) $answer->get_error_message() : '';
        $text = html_entity_decode(wp_strip_all_tags($message, true), ENT_QUOTES | ENT_HTML5);
        $text = trim((string) preg_replace('/[\p{C}\s]+/u', ' ', $text));
        if (mb_strlen($text) > self::LONGEST_MESSAGE) {
            $text = mb_substr($text, 0, self::LONGEST_MESSAGE - 1) . '…';
        }

        return DomainError::forbidden($text !== '' ? $text : __('This account can’t log in right now. Please contact us.', 'counterfoil'));
    }
}
