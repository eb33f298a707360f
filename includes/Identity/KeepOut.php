<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;
use SensitiveParameter;
use WP_Error;
use WP_Query;
use WP_REST_Request;
use WP_User;

/**
 * Contacts live in the portal and nowhere else of WordPress: not in wp-admin, not at wp-login.php, not
 * in XML-RPC, and nothing that lists users shows them. Whoever else has an account here is left alone.
 */
final readonly class KeepOut
{
    public function __construct(private PortalRepository $portals, private PortalUrls $urls, private AskByMail $ask)
    {
    }

    public function is_contact(): bool
    {
        $user = wp_get_current_user();

        return $user->exists() && Accounts::is_kept_out($user);
    }

    public function portal(): string
    {
        return $this->urls->portal($this->portals->default());
    }

    public function login(): string
    {
        return $this->urls->login($this->portals->default());
    }

    /**
     * Filter `authenticate`, last: an account that is only a contact's opens nothing but the portal. The
     * answer, and the time it takes, is the one for a name that nobody has, whether the password is right or
     * wrong: neither passwords nor addresses can be tried out here.
     */
    public function refuse_password(WP_User|WP_Error $result, string $name, #[SensitiveParameter] string $password): WP_User|WP_Error
    {
        // At our own door it is we who ask, whether others have something against it.
        if (Guards::are_asked()) {
            return $result;
        }
        if ($result instanceof WP_Error && in_array($result->get_error_code(), ['invalid_email', 'invalid_username'], true)) {
            wp_hash_password($password);

            return $result;
        }
        $user = $result instanceof WP_User ? $result : $this->user_of($result, $name);
        if ($user === null || ! Accounts::is_kept_out($user)) {
            return $result;
        }
        // Kept in an old way, it was looked at in no time; a right one is kept anew by WordPress.
        if ($result instanceof WP_Error && wp_password_needs_rehash($user->user_pass, $user->ID)) {
            wp_hash_password($password);
        }
        $is_only_contact = $user->roles === [Accounts::ROLE];
        $is_of_wordpress = ($GLOBALS['pagenow'] ?? '') === 'wp-login.php' || (defined('XMLRPC_REQUEST') && XMLRPC_REQUEST);

        return $is_only_contact || $is_of_wordpress ? self::as_of_nobody($name) : $result;
    }

    /** What WordPress says, in its own words, to a name that nobody has. */
    private static function as_of_nobody(string $name): WP_Error
    {
        $nobody = bin2hex(random_bytes(16));
        $answer = is_email($name) !== false
            ? wp_authenticate_email_password(null, "{$nobody}@example.com", $nobody)
            : wp_authenticate_username_password(null, $nobody, $nobody);

        return $answer instanceof WP_Error
            ? new WP_Error($answer->get_error_code(), str_replace($nobody, esc_html($name), $answer->get_error_message()))
            : new WP_Error('invalid_username', __('The username, email address or password is incorrect.', 'counterfoil'));
    }

    /** Whose password was wrong. */
    private function user_of(WP_Error $error, string $name): ?WP_User
    {
        if ($error->get_error_code() !== 'incorrect_password') {
            return null;
        }
        $by_login = get_user_by('login', $name);
        $user = $by_login !== false ? $by_login : get_user_by('email', $name);

        return $user !== false ? $user : null;
    }

    /**
     * Filter `rest_pre_dispatch`.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public function refuse_users_route(mixed $result, WP_REST_Request $request): mixed
    {
        return preg_match('#^/wp/v2/users(/|$)#i', $request->get_route()) === 1 && $this->is_contact()
            // Not as a WP_Error: in a batch, what looks at answers after it expects none.
            ? rest_convert_error_to_response(new WP_Error('rest_forbidden', __('You don’t have permission to do this.', 'counterfoil'), ['status' => 403]))
            : $result;
    }

    /**
     * Filters of lists of users for everybody who does not manage users.
     *
     * @param array<string, mixed> $arguments
     * @return array<string, mixed>
     */
    public function leave_contacts_out(array $arguments): array
    {
        if (! current_user_can('list_users')) {
            $arguments['role__not_in'] = [...(array) ($arguments['role__not_in'] ?? []), Accounts::ROLE];
        }

        return $arguments;
    }

    /** An author's archive or feed answers 200 for every user there is; for a contact there is none. */
    public function hide_author(WP_Query $query): bool
    {
        if (! $query->is_author()) {
            return false;
        }
        $author = $query->get_queried_object();
        if (! $author instanceof WP_User || ! in_array(Accounts::ROLE, $author->roles, true) || Accounts::is_staff($author)) {
            return false;
        }
        $query->set_404();
        $query->is_feed = false;

        return true;
    }

    /**
     * Filter `lostpassword_user_data`: to whoever asks at wp-login.php a contact is nobody. The portal's mail is
     * asked for all the same, for strangers too: it is written to contacts only, and asking takes equally long.
     */
    public function hide_from_strangers(WP_User|false $user, string $typed): WP_User|false
    {
        if (current_user_can('list_users') || ($user !== false && ! Accounts::is_kept_out($user))) {
            return $user;
        }
        // WordPress finds users as its database compares; who typed another address gets no mail of theirs.
        $is_theirs = $user !== false && (! str_contains($typed, '@') || EmailAddress::are_same($typed, $user->user_email));
        $email = $is_theirs ? $user->user_email : $typed;
        if (is_email($email) !== false) {
            $this->ask_quietly($email);
        }

        return false;
    }

    /** Filter `send_retrieve_password_email`: a contact who asks WordPress gets the portal's mail instead of WordPress'. */
    public function replace_reset_mail(bool $send, WP_User $user): bool
    {
        if (! $send || ! Accounts::is_kept_out($user)) {
            return $send;
        }
        $this->ask_quietly($user->user_email);

        return false;
    }

    /**
     * Filter `registration_errors`: where everybody may register, an address of a contact is answered as one that nobody
     * has. Its owner gets a link that logs them in.
     *
     * @return WP_Error without what says that the address is known; empty where WordPress would go on and register it
     */
    public function hide_from_registration(WP_Error $errors, string $email): WP_Error
    {
        $user = $errors->get_error_message('email_exists') === '' ? false : get_user_by('email', $email);
        if ($user === false || ! Accounts::is_kept_out($user)) {
            return $errors;
        }
        $errors->remove('email_exists');
        if (! $errors->has_errors()) {
            // As for a new account.
            wp_hash_password(bin2hex(random_bytes(12)));
            if (EmailAddress::are_same($email, $user->user_email)) {
                $this->ask_quietly($user->user_email, $this->ask->link(...));
            }
        }

        return $errors;
    }

    /** @param Closure(string): void|null $ask for a link to choose a new password, unless it is another one */
    private function ask_quietly(string $email, ?Closure $ask = null): void
    {
        try {
            $ask === null ? $this->ask->reset($email) : $ask($email);
        } catch (DomainError) {
            // Asked for too often. WordPress answers as it always does, and nothing is mailed.
        }
    }

    /** Whether WordPress may write about a user's changed password in its own words. */
    public function is_written_to_by_wordpress(int $user_id): bool
    {
        $user = get_user_by('id', $user_id);

        return $user === false || ! Accounts::is_kept_out($user);
    }
}
