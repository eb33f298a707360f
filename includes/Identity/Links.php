<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;
use WP_User;

/** Reads a mailed link and who it is for. Every reason why it does not work looks the same. */
final readonly class Links
{
    public function __construct(private TokenRepository $tokens, private ContactRepository $contacts)
    {
    }

    /**
     * A contact who was invited, and their link.
     *
     * @return array{Token, Contact}
     * @throws DomainError 409
     */
    public function invitation(#[SensitiveParameter] string $secret): array
    {
        $token = $this->tokens->find(TokenPurpose::Invitation, $secret);
        $contact = $token === null ? null : $this->contacts->find($token->contact_id, Viewer::system());

        return $token !== null && $contact !== null && $contact->access === Access::Invited ? [$token, $contact] : throw self::expired();
    }

    /** Whom an invitation was for that does not work any more; null for a link that was never mailed. */
    public function once_invited(#[SensitiveParameter] string $secret): ?Contact
    {
        $id = $this->tokens->contact_of(TokenPurpose::Invitation, $secret);

        return $id === null ? null : $this->contacts->find($id, Viewer::system());
    }

    /**
     * A contact with access, their user and their link.
     *
     * @return array{Token, Contact, WP_User}
     * @throws DomainError 409
     */
    public function account(TokenPurpose $purpose, #[SensitiveParameter] string $secret): array
    {
        $token = $this->tokens->find($purpose, $secret);
        $contact = $token === null ? null : $this->contacts->find($token->contact_id, Viewer::system());
        $user = $token === null ? false : get_user_by('id', (int) $token->user_id);
        $works = $token !== null && $contact !== null && $user !== false
            && $contact->access === Access::Active && $contact->user_id === $user->ID && ! Accounts::is_staff($user);

        return $works ? [$token, $contact, $user] : throw self::expired();
    }

    public function redeem(Token $token): void
    {
        if (! $this->tokens->redeem($token)) {
            throw self::expired();
        }
    }

    public static function expired(): DomainError
    {
        return DomainError::conflict('link_expired', __('This link no longer works. It was already used, has expired or was replaced by a newer one.', 'counterfoil'));
    }
}
