<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Change\Mail;

/** Keeps what a mail needs beside its own row, in the transaction that leaves it: writing a letter changes nothing. */
interface NotesMail
{
    /** Called once for each mail that is new. */
    public function left(Mail $mail): void;
}
