<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\DomainError;
use SensitiveParameter;
use WP_Error;

final readonly class LogIn
{
    public function __construct(
        private Throttle $throttle,
        private Accounts $accounts,
        private Sessions $sessions,
        private RedirectTarget $target,
        private Guards $guards,
    ) {
    }

    /**
     * @return string where to go
     * @throws DomainError 400 for every wrong pair alike, 403 what other plugins refuse, 429
     */
    public function handle(string $email, #[SensitiveParameter] string $password, string $redirect_to = ''): string
    {
        $limits = $this->throttle->password($email);
        $account = $this->accounts->by_email($email);
        if (! $this->accounts->password_fits($account?->user, $password) || $account === null) {
            /** This action is documented in wp-includes/pluggable.php */
            do_action('wp_login_failed', $email, new WP_Error('incorrect_password'));
            $this->guards->ask_about_stranger($email, $password);
            throw DomainError::invalid(__('The email address or password is incorrect. Please try again.', 'counterfoil'), '', 'wrong_credentials');
        }
        $this->throttle->succeeded($limits);
        $target = $this->target->of($account->contact, $redirect_to);
        // What guards the staff's log-in (a second factor, an allow list) must not be passed by here.
        if ($account->is_staff) {
            return wp_login_url($target);
        }
        $this->guards->ask($account->user, $password);
        $this->sessions->open($account->user, $account->contact, $target);

        return $target;
    }
}
