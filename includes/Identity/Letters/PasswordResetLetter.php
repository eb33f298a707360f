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

final readonly class PasswordResetLetter implements AskedByAnybody, CustomisableLetter
{
    public function __construct(private Addressee $addressee, private MailedLink $link)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Password reset', 'counterfoil'), __('Sent when a contact asks to choose a new password.', 'counterfoil'), false, []);
    }

    public function prepare(QueuedMail $mail): ?QueuedMail
    {
        $known = $this->addressee->of($mail);

        return $known === null ? null : $this->link->on($known, TokenPurpose::Reset);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Choose a new password for %s', 'counterfoil'), $letterhead->name()),
            __('The link works once, for one hour.', 'counterfoil'),
            __('Choose a new password', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('We received a request to reset the password for your account at %s.', 'counterfoil'), $letterhead->name()),
            ],
            [],
            new Button(__('Choose a new password', 'counterfoil'), $mail->link),
            [
                __('The link works once, for one hour.', 'counterfoil'),
                __('If you didn’t request this, you can ignore this email. Your password won’t change.', 'counterfoil'),
            ]
        );
    }
}
