<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/** Somebody who is logged in chooses another password, and proves by the one they have that it is them. */
final readonly class ChangePassword
{
    public function __construct(
        private PortalSession $session,
        private OwnPassword $own,
        private Accounts $accounts,
        private Changes $changes,
        private TokenRepository $tokens,
        private Sessions $sessions,
    ) {
    }

    /** @throws DomainError 400 for a wrong or weak password, 401, 403, 429 */
    public function handle(#[SensitiveParameter] string $current, #[SensitiveParameter] string $password): void
    {
        $person = $this->session->require();
        $user = $this->own->prove($current, '/current_password');
        NewPassword::check($password, $user->user_email);
        // Before the change: WordPress keeps it in caches that a rollback does not reach.
        $this->accounts->set_password($user, $password);
        $this->changes->run($person->actor(), function (Change $change) use ($person, $user): void {
            // Links that are still on their way were asked for with the old password's trust.
            $this->tokens->end_of_user($user->ID);
            $contact = $person->contact;
            $change->event('contact.password_changed', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
            $change->mail(new Mail('password_changed', "password_changed:user:{$user->ID}:" . bin2hex(random_bytes(8)), $user->user_email, $contact->name, $person->client->locale, $person->client->id, $person->client->portal_id));
            /** This action is documented in includes/Identity/ResetPassword.php */
            $change->hook('contact_password_changed', $contact->id);
        });
        $this->sessions->renew($user);
    }
}
