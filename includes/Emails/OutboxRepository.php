<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * The rows of the outbox. A mail is `queued` until it is `sent`, given up (`failed`) or not wanted any more (`dropped`);
 * when it is tried is the queue's affair.
 */
final readonly class OutboxRepository
{
    private const TABLE = 'outbox';

    /** How long it is known to whom a mail went, and with what subject. */
    private const KEPT_FOR = '-1 year';

    /** A mail server may say no for a moment; from then on somebody should look at it. */
    private const HOURS = '-2 hours';

    /** What was given up before is no news any more. */
    private const NEWS = '-30 days';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return int|null the mail that was left for this reason */
    public function left_for(string $reason): ?int
    {
        $id = $this->database->value("SELECT id FROM {$this->database->table(self::TABLE)} WHERE reason = ?", [$reason]);

        return $id === null ? null : (int) $id;
    }

    /** One that is still to be sent; null for all others. */
    public function queued(int $id): ?QueuedMail
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ? AND state = 'queued'", [$id]);

        return $row === null ? null : QueuedMail::from_row($row);
    }

    /** Whatever was said of it before: a mail that left has left. */
    public function sent(int $id, string $subject): void
    {
        $this->database->update(self::TABLE, ['state' => 'sent', 'subject' => mb_substr($subject, 0, 190), 'sent_at' => Timestamps::to_row($this->clock->now()), 'error' => ''], ['id' => $id]);
    }

    /** It could not be sent this time. */
    public function failed(int $id, string $subject, string $error): void
    {
        $this->database->update(self::TABLE, ['subject' => mb_substr($subject, 0, 190), 'error' => mb_substr($error, 0, 500)], ['id' => $id, 'state' => 'queued']);
    }

    /** @param string $error when nothing is known of why it failed */
    public function given_up(int $id, string $error): void
    {
        $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET state = 'failed', error = CASE WHEN error = '' THEN ? ELSE error END WHERE id = ? AND state = 'queued'",
            [$error, $id]
        );
    }

    /** It is not wanted any more. */
    public function drop(int $id): void
    {
        $this->database->update(self::TABLE, ['state' => 'dropped'], ['id' => $id, 'state' => 'queued']);
    }

    /** It was to an address that is nobody's: it leaves no trace. */
    public function forget(int $id): void
    {
        $this->database->delete(self::TABLE, ['id' => $id, 'state' => 'queued']);
    }

    /** @return list<array{id: string, sent_at: string, subject: string}> mail to an address, oldest first; sent_at is empty for what was not sent */
    public function to(string $email): array
    {
        return array_map(
            static fn (array $row): array => ['id' => (string) $row['id'], 'sent_at' => $row['sent_at'] === null ? '' : Timestamps::to_wire(Timestamps::from_row($row['sent_at'])), 'subject' => (string) $row['subject']],
            $this->database->rows("SELECT id, sent_at, subject FROM {$this->database->table(self::TABLE)} WHERE recipient = ? ORDER BY id", [$email])
        );
    }

    /** To whom mail went and what it said of them. That it was sent, and what about, stays. */
    public function forget_recipient(string $email): void
    {
        $this->database->update(self::TABLE, ['state' => 'dropped'], ['recipient' => $email, 'state' => 'queued']);
        $this->empty('recipient = ?', [$email]);
    }

    /** Mail of long ago is kept as that alone. */
    public function sweep(): void
    {
        $this->empty("recipient <> '' AND state <> 'queued' AND created_at < ?", [Timestamps::to_row($this->clock->now()->modify(self::KEPT_FOR))]);
    }

    /** @param list<string> $arguments */
    private function empty(string $condition, array $arguments): void
    {
        // The reason names the recipient; by now nobody leaves the same mail again.
        $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET recipient = '', recipient_name = '', subject = '', data = '{}', error = '', reason = CONCAT('erased:', id) WHERE {$condition}",
            $arguments
        );
    }

    /**
     * Whom an invoice's mails of one kind were left for.
     *
     * @return array{to: list<string>, copies: list<string>} addresses, each once
     */
    public function recipients(string $message, int $invoice_id): array
    {
        $found = ['to' => [], 'copies' => []];
        foreach ($this->database->rows("SELECT recipient, data FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? AND message = ? AND state <> 'dropped' AND recipient <> '' ORDER BY id", [$invoice_id, $message]) as $row) {
            $found[self::is_copy((string) $row['data']) ? 'copies' : 'to'][] = (string) $row['recipient'];
        }

        return array_map(static fn (array $emails): array => array_values(array_unique($emails)), $found);
    }

    /** @param string $data of a row */
    public static function is_copy(string $data): bool
    {
        return (((array) json_decode($data, true))['copy'] ?? '') !== '';
    }

    /** When the first of an invoice's mails of one kind left; null when none did. */
    public function first_sent(string $message, int $invoice_id): ?DateTimeImmutable
    {
        $sent = $this->database->value("SELECT MIN(sent_at) FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? AND message = ?", [$invoice_id, $message]);

        return $sent === null ? null : Timestamps::from_row($sent);
    }

    /**
     * How far an invoice's mail has come: of each address the newest counts.
     *
     * @return array{state: string, to: list<string>, error: string} `state` is none, waiting, sent or failed; `to` are the addresses of which it is said, `error` why it failed last
     */
    public function delivery(string $message, int $invoice_id): array
    {
        $rows = $this->database->rows("SELECT recipient, state, error FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? AND message = ? AND state <> 'dropped' ORDER BY id", [$invoice_id, $message]);
        $newest = array_column($rows, null, 'recipient');
        $failed = array_filter($newest, static fn (array $row): bool => $row['state'] === 'failed' || ($row['state'] === 'queued' && $row['error'] !== ''));
        $waiting = array_filter($newest, static fn (array $row): bool => $row['state'] === 'queued');
        [$state, $of] = match (true) {
            $newest === [] => ['none', []],
            $failed !== [] => ['failed', $failed],
            $waiting !== [] => ['waiting', $waiting],
            default => ['sent', $newest],
        };

        return ['state' => $state, 'to' => array_map(strval(...), array_column($of, 'recipient')), 'error' => (string) (end($failed)['error'] ?? '')];
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

    /** What was given up lately, or is refused for hours, of the clients that the viewer sees. */
    public function unsent(Viewer $viewer): UnsentMail
    {
        $now = $this->clock->now();
        $which = (new Condition(
            "((state = 'failed' AND created_at >= ?) OR (state = 'queued' AND error <> '' AND created_at <= ?))",
            [Timestamps::to_row($now->modify(self::NEWS)), Timestamps::to_row($now->modify(self::HOURS))]
        ))->and($viewer->condition('client_id'));
        $outbox = $this->database->table(self::TABLE);
        $counted = $this->database->row("SELECT SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS given_up, COUNT(*) AS mails, MAX(id) AS newest, MIN(created_at) AS since FROM {$outbox} WHERE {$which->sql}", $which->arguments) ?? [];
        if ((int) ($counted['mails'] ?? 0) === 0) {
            return new UnsentMail(0, 0, '', null);
        }
        $given_up = (int) $counted['given_up'];

        return new UnsentMail(
            $given_up,
            (int) $counted['mails'] - $given_up,
            (string) $this->database->value("SELECT error FROM {$outbox} WHERE id = ?", [(int) $counted['newest']]),
            Timestamps::from_row((string) $counted['since'])
        );
    }

    public function find(int $id, Viewer $viewer): ?QueuedMail
    {
        $seen = $viewer->condition('client_id');
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ? AND {$seen->sql}", [$id, ...$seen->arguments]);

        return $row === null ? null : QueuedMail::from_row($row);
    }

    /** @return bool whether it had failed, and waits again */
    public function try_again(int $id): bool
    {
        return $this->database->update(self::TABLE, ['state' => 'queued', 'error' => ''], ['id' => $id, 'state' => 'failed']) === 1;
    }

    /** The last mail of a kind, whatever became of it. */
    public function latest(string $message, Viewer $viewer): ?QueuedMail
    {
        $seen = $viewer->condition('client_id');
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE message = ? AND {$seen->sql} ORDER BY id DESC LIMIT 1", [$message, ...$seen->arguments]);

        return $row === null ? null : QueuedMail::from_row($row);
    }
}
