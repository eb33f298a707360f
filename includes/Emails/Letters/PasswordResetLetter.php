<?php

declare(strict_types=1);

namespace Counterfoil\Emails\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Identity\TokenRepository;
use Counterfoil\Portals\PortalUrls;

/** data: contact_id and user_id, found out when it is sent. */
final readonly class PasswordResetLetter implements LetterWriter
{
    public function __construct(private TokenRepository $tokens, private PortalUrls $urls)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $secret = $this->tokens->issue(TokenPurpose::Reset, $mail->number('contact_id'), $mail->number('user_id'));

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Choose a new password for %s', 'counterfoil'), $letterhead->name()),
            __('The link works once, for one hour.', 'counterfoil'),
            __('Choose a new password', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('Somebody, we hope you, asked for a new password for your account at %s.', 'counterfoil'), $letterhead->name()),
            ],
            [],
            new Button(__('Choose a new password', 'counterfoil'), $this->urls->login($letterhead->portal, ['token' => $secret, 'purpose' => TokenPurpose::Reset->value])),
            [
                __('The link works once, for one hour.', 'counterfoil'),
                __('It wasn’t you? Then simply ignore this e-mail: your password stays as it is.', 'counterfoil'),
            ]
        );
    }
}
