<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\DomainError;
use SensitiveParameter;
use WP_User;

/** Before somebody changes what they log in with: a browser that was left open is not enough. */
final readonly class OwnPassword
{
    public function __construct(private Throttle $throttle, private Accounts $accounts)
    {
    }

    /**
     * @param string $pointer of the field it was typed into
     * @return WP_User whoever is logged in
     * @throws DomainError 400 when it is not their password, 403 for staff, whose account is WordPress' affair, 429
     */
    public function prove(#[SensitiveParameter] string $password, string $pointer): WP_User
    {
        $user = wp_get_current_user();
        if (Accounts::is_staff($user)) {
            throw DomainError::forbidden(__('You also use this account to work on this site. Change it in your WordPress profile.', 'counterfoil'));
        }
        $limits = $this->throttle->password($user->user_email);
        if (! $this->accounts->password_fits($user, $password)) {
            throw DomainError::invalid(__('The current password is incorrect. Please try again.', 'counterfoil'), $pointer, 'wrong_credentials');
        }
        $this->throttle->succeeded($limits);

        return $user;
    }
}
