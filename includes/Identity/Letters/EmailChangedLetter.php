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
            sprintf(__('Your e-mail address for %s was changed', 'counterfoil'), $letterhead->name()),
            __('If that is right, there is nothing to do.', 'counterfoil'),
            __('Your e-mail address was changed', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: 1: name of the business, 2: e-mail address */
                sprintf(__('You now log in at %1$s with another address: %2$s. Every device was logged out.', 'counterfoil'), $letterhead->name(), OneLine::of($mail->text('email'))),
                __('If that is right, there is nothing to do. If not, please tell us at once by replying to this e-mail.', 'counterfoil'),
            ]
        );
    }
}
