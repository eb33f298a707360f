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

/** data: redirect_to; contact_id and user_id, found out when it is sent. */
final readonly class MagicLinkLetter implements LetterWriter
{
    public function __construct(private TokenRepository $tokens, private PortalUrls $urls)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $secret = $this->tokens->issue(TokenPurpose::Magic, $mail->number('contact_id'), $mail->number('user_id'), $mail->text('redirect_to'));

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Your log-in link for %s', 'counterfoil'), $letterhead->name()),
            __('It works once, for 15 minutes.', 'counterfoil'),
            __('Log in without a password', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('Here is the link you asked for. It logs you in at %s.', 'counterfoil'), $letterhead->name()),
            ],
            [],
            new Button(__('Log in', 'counterfoil'), $this->urls->login($letterhead->portal, ['token' => $secret, 'purpose' => TokenPurpose::Magic->value])),
            [
                __('The link works once, for 15 minutes. Please don’t forward it: whoever has it gets in.', 'counterfoil'),
                __('You didn’t ask for it? Then simply ignore this e-mail.', 'counterfoil'),
            ]
        );
    }
}
