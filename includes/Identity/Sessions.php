<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\FollowLogin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;
use WP_Session_Tokens;
use WP_User;

/** Begins and ends what WordPress keeps of a logged-in browser. */
final class Sessions
{
    /** How often cookies had been taken back when the session began. */
    private int $cleared = 0;

    public function __construct(
        private readonly Changes $changes,
        private readonly ContactRepository $contacts,
        private readonly PortalSession $session,
        private readonly KnownDevice $device,
        private readonly FollowLogin $follow,
        private readonly ClientRepository $clients,
    ) {
    }

    /**
     * Always a new session: whatever the browser had before ends, so that nobody can have planted it.
     *
     * @param string $target where the person is led then; also by a plugin that asks for a second factor first
     * @param bool $is_told whether they hear of this log-in in another mail
     * @throws DomainError 403 when another plugin took the session back at once
     */
    public function open(WP_User $user, Contact $contact, string $target, bool $is_told = false): void
    {
        $this->end_this_one();
        // Each time, since who accepted an invitation may have been killed before this.
        Accounts::adopt($user);
        $token = $this->begin($user);
        $is_noted = false;
        $note = function () use ($user, $contact, $token, $is_told, &$is_noted): void {
            if (! $is_noted) {
                $is_noted = true;
                $this->keep($user, $contact, $token, $is_told);
            }
        };
        // Some plugins answer `wp_login` with a page of their own and go no further.
        add_action('shutdown', $note, 1);
        $_REQUEST['redirect_to'] = wp_slash($target);
        /** This action is documented in wp-includes/user.php */
        do_action('wp_login', $user->user_login, $user);
        remove_action('shutdown', $note, 1);
        $note();
        if (! $this->is_open($user, $token)) {
            wp_set_current_user(0);
            throw DomainError::forbidden(__('This site requires one more step to log you in. Please open the login page again.', 'counterfoil'));
        }
    }

    /** What somebody logs in with has changed: every session ends, and this browser goes on with a new one. */
    public function renew(WP_User $user): void
    {
        $this->end_all($user->ID);
        $this->begin($user);
    }

    /** @return string what WordPress keeps the session by */
    private function begin(WP_User $user): string
    {
        $begun = '';
        $listen = static function (string $cookie, int $expire, int $expiration, int $user_id, string $scheme, #[SensitiveParameter] string $token) use (&$begun): void {
            $begun = $token;
        };
        add_action('set_logged_in_cookie', $listen, 10, 6);
        wp_set_current_user($user->ID);
        wp_set_auth_cookie($user->ID, false);
        remove_action('set_logged_in_cookie', $listen, 10);
        $this->session->forget();
        $this->cleared = did_action('clear_auth_cookie');

        return $begun;
    }

    /** What a second factor is still asked for is no log-in yet, and leaves no session behind. */
    private function keep(WP_User $user, Contact $contact, #[SensitiveParameter] string $token, bool $is_told): void
    {
        if (! $this->is_open($user, $token)) {
            WP_Session_Tokens::get_instance($user->ID)->destroy($token);

            return;
        }
        // Who comes for the first time has just got their invitation.
        $is_new = ! $is_told && $contact->last_login_at !== null && $this->device->of($user->user_email) === null;
        $this->device->remember($user->user_email);
        // Changed while this plugin was off, or past WordPress.
        $this->follow->handle($user->ID, $user->user_email, Actor::system());
        $this->changes->run(Actor::contact($contact->id, $contact->name), function (Change $change) use ($user, $contact, $is_new): void {
            $this->contacts->logged_in($contact->id);
            $change->event('contact.logged_in', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
            if ($is_new) {
                $client = $this->clients->get($contact->client_id, Viewer::system());
                $change->mail(new Mail('new_login', "new_login:user:{$user->ID}:" . bin2hex(random_bytes(8)), $user->user_email, $contact->name, $client->locale, $client->id, $client->portal_id, data: ['browser' => BrowserName::here()]));
            }
            /**
             * Fires after a contact logs in to the portal, after WordPress' `wp_login`.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_logged_in', $contact->id);
        });
    }

    private function is_open(WP_User $user, #[SensitiveParameter] string $token): bool
    {
        return get_current_user_id() === $user->ID
            && did_action('clear_auth_cookie') === $this->cleared
            && WP_Session_Tokens::get_instance($user->ID)->verify($token);
    }

    public function end_all(int $user_id): void
    {
        WP_Session_Tokens::get_instance($user_id)->destroy_all();
    }

    private function end_this_one(): void
    {
        $cookie = wp_parse_auth_cookie('', 'logged_in');
        $user_id = wp_validate_auth_cookie('', 'logged_in');
        if ($cookie !== false && $user_id !== false) {
            WP_Session_Tokens::get_instance($user_id)->destroy($cookie['token']);
        }
    }
}
