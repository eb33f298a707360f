<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\Queue;
use LogicException;

/** Where a change leaves the mail it causes: in its own transaction, sent after the commit, once for each reason. */
final readonly class Outbox implements PostBox
{
    /** The queue's job that sends one; its subject is the row of the outbox. */
    public const JOB = 'mail.send';

    /**
     * @param Closure(string): void $kick sends soon what was written, given its message
     * @param Closure(): NotesMail $notes
     */
    public function __construct(private OutboxRepository $rows, private LetterRegistry $letters, private Queue $queue, private Database $database, private Closure $kick, private Closure $notes)
    {
    }

    public function leave(Mail $mail): bool
    {
        if (! $this->letters->knows($mail->message)) {
            throw new LogicException("No module contributes the letter {$mail->message}.");
        }
        // The key has 190 characters; an e-mail address alone may have as many.
        $reason = strlen($mail->reason) <= 190 ? $mail->reason : substr($mail->reason, 0, 120) . ':' . hash('sha256', $mail->reason);

        $write = function () use ($mail, $reason): bool {
            $id = $this->rows->add($mail, $reason);
            if ($id === null) {
                return false;
            }
            ($this->notes)()->left($mail);
            $this->queue->put(self::JOB, $id);
            $this->database->after_commit(fn () => ($this->kick)($mail->message));

            return true;
        };

        // A change of its own needs no savepoint inside of it: what fails here fails the change.
        return $this->database->is_in_transaction() ? $write() : $this->database->transaction($write);
    }
}
