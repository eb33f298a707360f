<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Viewer;

/**
 * The rows of the outbox. `send_at` is set while a mail is to be sent; `lease_until` while somebody is
 * at it; `attempts` is the version every claim compares.
 */
final readonly class OutboxRepository
{
    private const TABLE = 'outbox';

    /** Seconds after which a mail whose sender died is taken up again. */
    private const LEASE = 300;

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param array<string, scalar|null> $data
     * @return bool false when the reason was used already
     */
    public function add(string $message, string $reason, string $recipient, string $recipient_name, string $locale, ?int $client_id, ?int $portal_id, ?int $invoice_id, array $data): bool
    {
        $now = Timestamps::to_row($this->clock->now());
        try {
            $this->database->insert(self::TABLE, [
                'message' => $message,
                'reason' => $reason,
                'recipient' => $recipient,
                'recipient_name' => $recipient_name,
                'locale' => $locale,
                'client_id' => $client_id,
                'portal_id' => $portal_id,
                'invoice_id' => $invoice_id,
                'data' => (string) wp_json_encode((object) $data),
                'state' => 'queued',
                'send_at' => $now,
                'created_at' => $now,
            ]);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    /** Takes the next mail that is due for this process alone; null when there is none. */
    public function claim(): ?QueuedMail
    {
        $table = $this->database->table(self::TABLE);
        $now = $this->clock->now();
        $stamp = Timestamps::to_row($now);
        $rows = $this->database->rows(
            "SELECT * FROM {$table} WHERE send_at <= ? AND state = 'queued' AND (lease_until IS NULL OR lease_until <= ?) ORDER BY send_at, id LIMIT 10",
            [$stamp, $stamp]
        );
        foreach ($rows as $row) {
            $claimed = $this->database->execute(
                "UPDATE {$table} SET attempts = attempts + 1, lease_until = ? WHERE id = ? AND attempts = ? AND state = 'queued' AND (lease_until IS NULL OR lease_until <= ?)",
                [Timestamps::to_row($now->modify('+' . self::LEASE . ' seconds')), (int) $row['id'], (int) $row['attempts'], $stamp]
            );
            if ($claimed === 1) {
                return QueuedMail::from_row(['attempts' => (string) ((int) $row['attempts'] + 1)] + $row);
            }
        }

        return null;
    }

    public function sent(QueuedMail $mail, string $subject): void
    {
        $this->finish($mail, ['state' => 'sent', 'subject' => $this->cut($subject, 190), 'sent_at' => Timestamps::to_row($this->clock->now()), 'send_at' => null, 'error' => '']);
    }

    /** @param int|null $again_in seconds until the next try; null gives up */
    public function failed(QueuedMail $mail, string $subject, string $error, ?int $again_in): void
    {
        $this->finish($mail, [
            'state' => $again_in === null ? 'failed' : 'queued',
            'subject' => $this->cut($subject, 190),
            'error' => $this->cut($error, 500),
            'send_at' => $again_in === null ? null : Timestamps::to_row($this->clock->now()->modify("+{$again_in} seconds")),
        ]);
    }

    /** It is not wanted any more. */
    public function drop(QueuedMail $mail): void
    {
        $this->finish($mail, ['state' => 'dropped', 'send_at' => null]);
    }

    /** It was to an address that is nobody's: it leaves no trace. */
    public function forget(QueuedMail $mail): void
    {
        $this->database->delete(self::TABLE, ['id' => $mail->id, 'attempts' => $mail->attempts]);
    }

    /**
     * Mail that can't be sent now or was given up, newest first, of the clients that the viewer sees.
     *
     * @return list<array{to: string, subject: string, error: string}>
     */
    public function problems(Viewer $viewer, int $limit = 5): array
    {
        $seen = $viewer->condition('client_id');
        $rows = $this->database->rows(
            "SELECT recipient, subject, error FROM {$this->database->table(self::TABLE)} WHERE (state = 'failed' OR (state = 'queued' AND error <> '')) AND {$seen->sql} ORDER BY id DESC LIMIT ?",
            [...$seen->arguments, $limit]
        );

        return array_map(static fn (array $row): array => ['to' => (string) $row['recipient'], 'subject' => (string) $row['subject'], 'error' => (string) $row['error']], $rows);
    }

    /** @param array<string, int|string|null> $values */
    private function finish(QueuedMail $mail, array $values): void
    {
        $this->database->update(self::TABLE, $values + ['lease_until' => null], ['id' => $mail->id, 'attempts' => $mail->attempts]);
    }

    private function cut(string $text, int $length): string
    {
        return mb_substr($text, 0, $length);
    }
}
