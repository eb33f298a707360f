<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;
use WP_User;

/**
 * Who opened the mailed link has the address; now a password makes an account of it. Where the site
 * knows the address already, its password is what proves that the account is theirs.
 */
final readonly class AcceptInvitation
{
    public function __construct(
        private Throttle $throttle,
        private Links $links,
        private Accounts $accounts,
        private Changes $changes,
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private Sessions $sessions,
        private RedirectTarget $target,
        private Guards $guards,
    ) {
    }

    /**
     * @return string where to go
     * @throws DomainError 400 for a wrong or weak password, 403 what other plugins refuse, 409 when the link does not work, 429
     */
    public function handle(#[SensitiveParameter] string $secret, #[SensitiveParameter] string $password): string
    {
        [, $contact] = $this->throttle->link(fn (): array => $this->links->invitation($secret));
        $turn = $this->throttle->turn($contact->email);
        try {
            // Anew: whoever had the turn before may have used this very link.
            [$token, $contact] = $this->links->invitation($secret);
            [$user, $password_limits] = $this->account($token, $contact, $password);
        } finally {
            $this->throttle->succeeded($turn);
        }
        $this->throttle->succeeded($password_limits);
        $contact = $this->contacts->get($contact->id, Viewer::system());
        $target = $this->target->in_client($contact);
        if (Accounts::is_staff($user)) {
            return wp_login_url($target);
        }
        $this->sessions->open($user, $contact, $target);

        return $target;
    }

    /** @return array{WP_User, list<Limit>} whose the contact is now, and the tries to take back */
    private function account(Token $token, Contact $contact, #[SensitiveParameter] string $password): array
    {
        $limits = [];
        $existing = $this->accounts->user_by_email($contact->email);
        if ($existing !== null) {
            $limits = $this->throttle->password($contact->email);
            if (! $this->accounts->password_fits($existing, $password)) {
                $this->guards->ask_about_stranger($contact->email, $password);
                throw DomainError::invalid(__('This isn’t the password of your existing account. Please try again.', 'counterfoil'), '/password', 'wrong_credentials');
            }
        }
        // Before the transaction: whoever listens for new users may call anything. Should this be killed here, the
        // account waits without access, and the same password proves it when the link is used again.
        $user = $existing ?? $this->accounts->create($contact, NewPassword::check($password, $contact->email));
        if (! Accounts::is_staff($user)) {
            $this->guards->ask($user, $password);
        }
        $this->take_up($token, $contact, $user, $existing !== null);

        return [$user, $limits];
    }

    private function take_up(Token $token, Contact $contact, WP_User $user, bool $had_account): void
    {
        $client = $this->clients->get($contact->client_id, Viewer::system());
        try {
            $this->changes->run(Actor::contact($contact->id, $contact->name), function (Change $change) use ($token, $contact, $user, $client, $had_account): void {
                $this->links->redeem($token);
                if (! $this->contacts->accept($contact->id, $user->ID)) {
                    throw Links::expired();
                }
                $change->event('contact.accepted', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
                if ($had_account) {
                    $change->mail(new Mail('new_contact_access', "new_access:contact:{$contact->id}:token:{$token->id}", $contact->email, $contact->name, $client->locale, $client->id, $client->portal_id, data: ['contact_id' => $contact->id]));
                }
                /**
                 * Fires after a contact accepts their invitation and gets access to the portal.
                 *
                 * @param int $contact_id
                 * @param int $user_id the WordPress user they log in as
                 * @since 0.2.0
                 */
                $change->hook('contact_accepted', $contact->id, $user->ID);
            });
        } catch (UniqueViolation) {
            throw DomainError::conflict('has_access', __('Your account already has access to this client. Please log in.', 'counterfoil'));
        }
    }
}
