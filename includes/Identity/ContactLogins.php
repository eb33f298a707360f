<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Clients\Logins;
use Counterfoil\Shared\DomainError;
use WP_Session_Tokens;

/** What clients and contacts ask of the accounts behind them. */
final readonly class ContactLogins implements Logins
{
    /** @param Closure(): Accounts $accounts */
    public function __construct(private Closure $accounts)
    {
    }

    public function may_change_email(int $user_id): bool
    {
        return current_user_can('edit_user', $user_id);
    }

    public function change_email(int $user_id, string $email): void
    {
        if (! $this->may_change_email($user_id)) {
            throw DomainError::conflict('email_of_log_in', __('This person logs in with this email address. They can change it in the portal, and staff who manage this site’s users can change it too.', 'counterfoil'));
        }
        ($this->accounts)()->change_email($user_id, $email);
    }

    public function end_sessions(int $user_id): void
    {
        $user = get_user_by('id', $user_id);
        if ($user !== false && ! Accounts::is_staff($user)) {
            WP_Session_Tokens::get_instance($user_id)->destroy_all();
        }
    }
}
