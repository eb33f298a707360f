<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Database\Database;

/** Where a change leaves the mail it causes: in its own transaction, sent after the commit. */
final readonly class Outbox implements PostBox
{
    /** @param Closure(string): void $kick sends soon what was written, given its message */
    public function __construct(private OutboxRepository $rows, private Database $database, private Closure $kick)
    {
    }

    public function leave(Mail $mail): bool
    {
        return $this->enqueue(
            $mail->message,
            $mail->reason,
            $mail->recipient,
            $mail->recipient_name,
            $mail->locale,
            $mail->client_id,
            $mail->portal_id,
            $mail->invoice_id,
            $mail->data
        );
    }

    /**
     * @param Message|string $message which letter it is, "receipt"
     * @param string $reason what it is sent for, "invoice:12:issued:jane@example.com"; the same reason twice is one mail
     * @param array<string, scalar|null> $data what the letter says beside what its subject knows; see its class
     * @return bool false when the reason was used already
     */
    public function enqueue(
        Message|string $message,
        string $reason,
        string $recipient,
        string $recipient_name,
        string $locale,
        ?int $client_id = null,
        ?int $portal_id = null,
        ?int $invoice_id = null,
        array $data = [],
    ): bool {
        $message = $message instanceof Message ? $message->value : $message;
        // The key has 190 characters; an e-mail address alone may have as many.
        $key = strlen($reason) <= 190 ? $reason : substr($reason, 0, 120) . ':' . hash('sha256', $reason);
        $added = $this->rows->add($message, $key, $recipient, $recipient_name, $locale, $client_id, $portal_id, $invoice_id, $data);
        if ($added) {
            $this->database->after_commit(fn () => ($this->kick)($message));
        }

        return $added;
    }
}
