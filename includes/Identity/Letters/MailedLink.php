<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Identity\TokenRepository;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;

/** Makes the link of a mail that is about to be written. Links of the same purpose that were mailed before end. */
final readonly class MailedLink
{
    public function __construct(private TokenRepository $tokens, private PortalRepository $portals, private PortalUrls $urls)
    {
    }

    /** @param QueuedMail $mail its data says for whom: contact_id, and user_id where there is an account */
    public function on(QueuedMail $mail, TokenPurpose $purpose, string $redirect_to = '', string $email = ''): QueuedMail
    {
        $user = $mail->number('user_id');
        $secret = $this->tokens->issue($purpose, $mail->number('contact_id'), $user === 0 ? null : $user, $redirect_to, $email);
        $portal = $mail->portal_id === null ? $this->portals->default() : $this->portals->get($mail->portal_id);

        return $mail->with_link($this->urls->login($portal, ['token' => $secret, 'purpose' => $purpose->value]));
    }
}
