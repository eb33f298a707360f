<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** Knows what one kind of message says. Writing changes nothing: it may be written twice, or only to look at it. */
interface LetterWriter
{
    /** @return Letter|null null when there is nothing to say any more: the invoice is void, the invitation was taken back */
    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter;
}
