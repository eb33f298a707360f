<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;
use WP_User;

final readonly class ResetPassword
{
    public function __construct(
        private Throttle $throttle,
        private Links $links,
        private Accounts $accounts,
        private Changes $changes,
        private TokenRepository $tokens,
        private ClientRepository $clients,
        private Sessions $sessions,
        private RedirectTarget $target,
        private Guards $guards,
    ) {
    }

    /**
     * Every session ends, a new one begins here, and the address is told.
     *
     * @return string where to go
     * @throws DomainError 400 for a password that is none, 403 what other plugins refuse, 409 when the link does not work, 429
     */
    public function handle(#[SensitiveParameter] string $secret, #[SensitiveParameter] string $password): string
    {
        [, , $user] = $this->throttle->link(fn (): array => $this->links->account(TokenPurpose::Reset, $secret));
        NewPassword::check($password, $user->user_email);
        $this->guards->ask_about_reset($user);
        $this->guards->ask($user, $password);
        $turn = $this->throttle->turn($user->user_email);
        try {
            // Anew: whoever had the turn before may have used this very link.
            [$token, $contact, $user] = $this->links->account(TokenPurpose::Reset, $secret);
            $client = $this->clients->get($contact->client_id, Viewer::system());
            // Before the change: WordPress keeps it in caches that a rollback does not reach. Should this be killed
            // here, the link still works, and using it again does what is left.
            $this->accounts->set_password($user, $password);
            $this->note($token, $contact, $user, $client);
        } finally {
            $this->throttle->succeeded($turn);
        }
        $this->sessions->end_all($user->ID);
        $target = $this->target->of($contact);
        // The mail about the new password tells of this browser too.
        $this->sessions->open($user, $contact, $target, is_told: true);

        return $target;
    }

    private function note(Token $token, Contact $contact, WP_User $user, Client $client): void
    {
        $this->changes->run(Actor::contact($contact->id, $contact->name), function (Change $change) use ($token, $contact, $user, $client): void {
            $this->links->redeem($token);
            // A log-in link that is still on its way was asked for with the old password's trust.
            $this->tokens->end(TokenPurpose::Magic, $contact->id);
            $change->event('contact.password_changed', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
            $change->mail(new Mail('password_changed', "password_changed:token:{$token->id}", $user->user_email, $contact->name, $client->locale, $client->id, $client->portal_id));
            /**
             * Fires after a contact chooses a new password.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_password_changed', $contact->id);
        });
    }
}
