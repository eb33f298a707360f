<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\OneLine;
use Counterfoil\Emails\QueuedMail;

/**
 * To the address that is not in use any more, since only its owner can say whether that is right.
 *
 * data: email (the new one).
 */
final readonly class EmailChangedLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Your email address for %s was changed', 'counterfoil'), $letterhead->name()),
            __('If you made this change, you don’t need to do anything.', 'counterfoil'),
            __('Your email address was changed', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: 1: name of the business, 2: e-mail address */
                sprintf(__('The email address you use to log in at %1$s is now %2$s. All devices were logged out.', 'counterfoil'), $letterhead->name(), OneLine::of($mail->text('email'))),
                __('If you made this change, you don’t need to do anything. If not, please reply to this email right away.', 'counterfoil'),
            ]
        );
    }
}
