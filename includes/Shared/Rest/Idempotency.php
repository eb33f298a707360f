<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Closure;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/**
 * The same `Idempotency-Key` twice is one effect and one answer.
 *
 * A command that stays inside runs in the transaction that keeps its answer: both are there or
 * neither is. A command that calls a gateway can't; its own row carries the key and makes it safe to
 * run again, so a key whose answer is missing for a minute (the process was killed) runs anew.
 *
 * Keys are kept as hashes, which no collation takes for one another.
 */
final readonly class Idempotency
{
    private const TABLE = 'idempotency_keys';
    private const ABANDONED_AFTER = 60;
    private const KEPT_FOR = '-3 days';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param Closure(): mixed $command answers what can be written as JSON
     * @throws DomainError 409 when the key was used for something else, or is being worked on
     */
    public function once(string $actor, string $key, string $request, bool $calls_outside, Closure $command): mixed
    {
        if ($key === '') {
            return $command();
        }
        if (strlen($key) > 120 || preg_match('/^[\x21-\x7E]+\z/', $key) !== 1) {
            throw DomainError::invalid(__('The Idempotency-Key header can have up to 120 visible ASCII characters.', 'counterfoil'), '', 'bad_idempotency_key');
        }
        $hash = hash('sha256', $request);
        try {
            return $calls_outside
                ? $this->run($actor, $key, $hash, $command)
                : $this->database->transaction(fn (): mixed => $this->run($actor, $key, $hash, $command));
        } catch (KeyTaken) {
            return $this->again($actor, $key, $hash, $calls_outside, $command);
        }
    }

    /** Nobody tries again after that. The answers say as much of people as the routes do. */
    public function sweep(): void
    {
        $this->database->execute("DELETE FROM {$this->database->table(self::TABLE)} WHERE created_at < ?", [Timestamps::to_row($this->clock->now()->modify(self::KEPT_FOR))]);
    }

    /** @param Closure(): mixed $command */
    private function run(string $actor, string $key, string $hash, Closure $command): mixed
    {
        try {
            $id = $this->database->insert(self::TABLE, [
                'actor' => $actor,
                'key_hash' => hash('sha256', $key),
                'request_hash' => $hash,
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            throw new KeyTaken();
        }

        return $this->finish($id, $command);
    }

    /** @param Closure(): mixed $command */
    private function finish(int $id, Closure $command): mixed
    {
        try {
            $answer = $command();
        } catch (DomainError $error) {
            $this->database->delete(self::TABLE, ['id' => $id]);
            throw $error;
        }
        $this->database->update(self::TABLE, ['response' => (string) json_encode($answer, JSON_UNESCAPED_UNICODE)], ['id' => $id]);

        return $answer;
    }

    /** @param Closure(): mixed $command */
    private function again(string $actor, string $key, string $hash, bool $calls_outside, Closure $command): mixed
    {
        $table = $this->database->table(self::TABLE);
        $row = $this->database->row("SELECT * FROM {$table} WHERE actor = ? AND key_hash = ?", [$actor, hash('sha256', $key)]);
        if ($row !== null && $row['request_hash'] !== $hash) {
            throw DomainError::conflict('idempotency_key_reused', __('This Idempotency-Key was already used for a different request.', 'counterfoil'));
        }
        if ($row !== null && $row['response'] !== null) {
            return json_decode($row['response'], true);
        }
        $abandoned = Timestamps::to_row($this->clock->now()->modify('-' . self::ABANDONED_AFTER . ' seconds'));
        if ($row !== null && $calls_outside && $row['created_at'] <= $abandoned) {
            $claimed = $this->database->update(
                self::TABLE,
                ['created_at' => Timestamps::to_row($this->clock->now())],
                ['id' => (int) $row['id'], 'created_at' => $row['created_at'], 'response' => null]
            );
            if ($claimed === 1) {
                return $this->finish((int) $row['id'], $command);
            }
        }
        throw DomainError::conflict('in_progress', __('This request is already being processed. Please check again in a moment.', 'counterfoil'));
    }
}
