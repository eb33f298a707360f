<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Emails\AskedByAnybody;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\TokenPurpose;

/** data: redirect_to. */
final readonly class MagicLinkLetter implements AskedByAnybody, CustomisableLetter
{
    public function __construct(private Addressee $addressee, private MailedLink $link)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Login link', 'counterfoil'), __('Sent when a contact asks for a login link.', 'counterfoil'), false, []);
    }

    public function prepare(QueuedMail $mail): ?QueuedMail
    {
        $known = $this->addressee->of($mail);

        return $known === null ? null : $this->link->on($known, TokenPurpose::Magic, $known->text('redirect_to'));
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Your login link for %s', 'counterfoil'), $letterhead->name()),
            __('The link works once, for 15 minutes.', 'counterfoil'),
            __('Log in without a password', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('Use this link to log in at %s.', 'counterfoil'), $letterhead->name()),
            ],
            [],
            new Button(__('Log in', 'counterfoil'), $mail->link),
            [
                __('The link works once, for 15 minutes. Don’t forward it: anyone who has it can log in.', 'counterfoil'),
                __('If you didn’t request this, you can ignore this email.', 'counterfoil'),
            ]
        );
    }
}
