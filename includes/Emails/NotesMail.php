<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Change\Mail;

/** Keeps what a mail needs beside its own row, in the transaction that leaves it: writing a letter changes nothing. */
interface NotesMail
{
    /** @param non-empty-list<Mail> $mails each of which is new, and is not named again */
    public function left(array $mails): void;
}
