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
    public function __construct(private NewMails $rows, private LetterRegistry $letters, private Queue $queue, private Database $database, private Closure $kick, private Closure $notes)
    {
    }

    public function leave(Mail $mail): bool
    {
        return $this->leave_all([$mail])[0];
    }

    public function leave_all(array $mails): array
    {
        if ($mails === []) {
            return [];
        }
        foreach ($mails as $mail) {
            if (! $this->letters->knows($mail->message)) {
                throw new LogicException("No module contributes the letter {$mail->message}.");
            }
        }
        $write = function () use ($mails): array {
            $ids = $this->rows->add($mails);
            $new = array_values(array_filter($mails, static fn (int $index): bool => $ids[$index] !== null, ARRAY_FILTER_USE_KEY));
            if ($new !== []) {
                ($this->notes)()->left($new);
            }
            foreach (array_filter($ids) as $id) {
                $this->queue->put(self::JOB, $id);
            }
            foreach (array_unique(array_map(static fn (Mail $mail): string => $mail->message, $new)) as $message) {
                $this->database->after_commit(fn () => ($this->kick)($message));
            }

            return array_map(static fn (?int $id): bool => $id !== null, $ids);
        };

        // A change of its own needs no savepoint inside of it: what fails here fails the change.
        return $this->database->is_in_transaction() ? $write() : $this->database->transaction($write);
    }
}
