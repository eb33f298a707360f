<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Identity\Letters\Addressee;
use Counterfoil\Identity\Letters\ConfirmEmailLetter;
use Counterfoil\Identity\Letters\EmailChangedLetter;
use Counterfoil\Identity\Letters\InvitationLetter;
use Counterfoil\Identity\Letters\MagicLinkLetter;
use Counterfoil\Identity\Letters\MailedLink;
use Counterfoil\Identity\Letters\NewContactAccessLetter;
use Counterfoil\Identity\Letters\NewLoginLetter;
use Counterfoil\Identity\Letters\PasswordChangedLetter;
use Counterfoil\Identity\Letters\PasswordResetLetter;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Clock\Clock;

/** What is mailed about logging in. A part of IdentityModule, apart because it is long. */
final readonly class Letters
{
    /**
     * @param Closure(): ContactRepository $contacts
     * @param Closure(): ClientRepository $clients
     * @param Closure(): Accounts $accounts
     * @param Closure(): MailedLink $link
     * @param Closure(): PortalUrls $urls
     */
    public function __construct(
        private Closure $contacts,
        private Closure $clients,
        private Closure $accounts,
        private Closure $link,
        private Closure $urls,
        private Clock $clock,
    ) {
    }

    /** @return array<string, Closure(): LetterWriter> by the mail's kind */
    public function all(): array
    {
        return [
            'invitation' => fn (): LetterWriter => new InvitationLetter(($this->contacts)(), ($this->clients)(), ($this->accounts)(), ($this->link)(), $this->clock),
            'password_reset' => fn (): LetterWriter => new PasswordResetLetter($this->addressee(), ($this->link)()),
            'magic_link' => fn (): LetterWriter => new MagicLinkLetter($this->addressee(), ($this->link)()),
            'new_login' => fn (): LetterWriter => new NewLoginLetter(($this->urls)()),
            'password_changed' => fn (): LetterWriter => new PasswordChangedLetter(($this->urls)()),
            'confirm_email' => fn (): LetterWriter => new ConfirmEmailLetter(($this->contacts)(), ($this->accounts)(), ($this->link)()),
            'email_changed' => static fn (): LetterWriter => new EmailChangedLetter(),
            'new_contact_access' => fn (): LetterWriter => new NewContactAccessLetter(($this->contacts)(), ($this->clients)(), ($this->urls)()),
        ];
    }

    private function addressee(): Addressee
    {
        return new Addressee(($this->accounts)(), ($this->clients)());
    }
}
