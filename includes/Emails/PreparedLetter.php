<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/**
 * A letter for which something has to be made right before it is written: a link that lets somebody in, whose secret
 * is kept nowhere but in the mail itself.
 */
interface PreparedLetter extends LetterWriter
{
    /**
     * Called once for each try to send, before it is written; outside of any transaction.
     *
     * @return QueuedMail|null the mail with what was made or found out, QueuedMail::with_link(); null when it is not wanted any more
     */
    public function prepare(QueuedMail $mail): ?QueuedMail;
}
