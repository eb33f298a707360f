<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use SensitiveParameter;

/** Somebody who is logged in wants another address: asked for with the password, done by opening the link that is mailed there. */
final readonly class ChangeOwnEmail
{
    public function __construct(
        private PortalSession $session,
        private OwnPassword $own,
        private Throttle $throttle,
        private PostBox $post_box,
        private Links $links,
        private Accounts $accounts,
        private Sessions $sessions,
    ) {
    }

    /** @throws DomainError 400 for a wrong password or an address that is none, 401, 403, 429 */
    public function ask(string $email, #[SensitiveParameter] string $password): void
    {
        $person = $this->session->require();
        $email = Input::email($email, '/email');
        $user = $this->own->prove($password, '/password');
        if ($email === $person->contact->email) {
            throw DomainError::invalid(__('This is already your email address.', 'counterfoil'), '/email');
        }
        $this->throttle->mail($email);
        // Whether somebody else has the address is looked up when the mail is written: nobody is told here who has an account.
        $this->post_box->leave(new Mail('confirm_email', 'confirm_email:' . bin2hex(random_bytes(16)), $email, $person->contact->name, $person->client->locale, $person->client->id, $person->client->portal_id, data: ['contact_id' => $person->contact->id, 'user_id' => $user->ID]));
    }

    /**
     * @return bool whether they are logged in
     * @throws DomainError 400 when somebody else has the address by now, 409 when the link does not work
     */
    public function confirm(#[SensitiveParameter] string $secret): bool
    {
        [$token, , $user] = $this->throttle->link(fn (): array => $this->links->account(TokenPurpose::Email, $secret));
        $is_logged_in = get_current_user_id() === $user->ID;
        $this->links->redeem($token);
        $this->accounts->change_email($user->ID, $token->email);
        if ($is_logged_in) {
            // All sessions ended with the address; this one is the person's own.
            $this->sessions->renew($user);
        }

        return $is_logged_in;
    }
}
