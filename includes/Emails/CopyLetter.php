<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** A letter as who only gets a copy of it reads it: it says so, and leads nowhere, since its reader has no account. */
final readonly class CopyLetter
{
    public static function of(Letter $letter, QueuedMail $mail): Letter
    {
        if ($mail->copy_of() === '') {
            return $letter;
        }

        return new Letter(
            /* translators: %s: subject of the email that this is a copy of */
            sprintf(__('Copy: %s', 'counterfoil'), $letter->subject),
            $letter->preheader,
            $letter->heading,
            [
                /* translators: 1: email address, 2: name of a client */
                sprintf(__('Copy for %1$s. The original email went to %2$s.', 'counterfoil'), $mail->recipient, $mail->copy_of()),
                ...$letter->paragraphs,
            ],
            $letter->facts,
            null,
            $letter->small_print,
            $letter->attachments,
            $letter->values
        );
    }
}
