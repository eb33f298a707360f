<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use WP_Session_Tokens;
use WP_User;

/** Begins and ends what WordPress keeps of a logged-in browser. */
final readonly class Sessions
{
    public function __construct(
        private Changes $changes,
        private ContactRepository $contacts,
        private PortalSession $session,
    ) {
    }

    /** Always a new session: whatever the browser had before ends, so that nobody can have planted it. */
    public function open(WP_User $user, Contact $contact): void
    {
        $this->end_this_one();
        // Each time, since who accepted an invitation may have been killed before this.
        Accounts::adopt($user);
        $this->changes->run(Actor::contact($contact->id, $contact->name), function (Change $change) use ($contact): void {
            $this->contacts->logged_in($contact->id);
            $change->event('contact.logged_in', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
            /**
             * A contact logged in to the portal. WordPress' own `wp_login` follows.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_logged_in', $contact->id);
        });
        wp_set_current_user($user->ID);
        wp_set_auth_cookie($user->ID, false);
        $this->session->forget();
        /** This action is documented in wp-includes/user.php */
        do_action('wp_login', $user->user_login, $user);
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
