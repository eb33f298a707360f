<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Brand\PortalRepository;
use Counterfoil\Portal\PortalUrls;
use Counterfoil\Shared\DomainError;
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
     * answer is the same for a right and for a wrong password, so that nobody can try them out here.
     */
    public function refuse_password(WP_User|WP_Error $result, string $name): WP_User|WP_Error
    {
        $user = $result instanceof WP_User ? $result : $this->user_of($result, $name);
        if ($user === null || ! Accounts::is_kept_out($user)) {
            return $result;
        }
        $is_only_contact = $user->roles === [Accounts::ROLE];
        $is_of_wordpress = ($GLOBALS['pagenow'] ?? '') === 'wp-login.php' || (defined('XMLRPC_REQUEST') && XMLRPC_REQUEST);

        return $is_only_contact || $is_of_wordpress
            ? new WP_Error('incorrect_password', __('The user name, the e-mail address or the password is not right.', 'counterfoil'))
            : $result;
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
            ? new WP_Error('rest_forbidden', __('You may not do this.', 'counterfoil'), ['status' => 403])
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

    /** Filter `send_retrieve_password_email`: a contact who asks WordPress gets the portal's mail instead of WordPress'. */
    public function replace_reset_mail(bool $send, WP_User $user): bool
    {
        if (! $send || ! Accounts::is_kept_out($user)) {
            return $send;
        }
        try {
            $this->ask->reset($user->user_email);
        } catch (DomainError) {
            // Asked for too often. WordPress answers as it always does, and nothing is mailed.
        }

        return false;
    }

    /** Whether WordPress may write about a user's changed password in its own words. */
    public function is_written_to_by_wordpress(int $user_id): bool
    {
        $user = get_user_by('id', $user_id);

        return $user === false || ! Accounts::is_kept_out($user);
    }
}
