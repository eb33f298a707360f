<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Queue\Queue;

/** Exchange rates as they were published. One that is not known yet is asked for in the background: it is there a moment later. */
final readonly class Rates
{
    public const JOB = 'exchange_rates.ask';

    private const TABLE = 'exchange_rates';

    public function __construct(private Database $database, private Queue $queue, private RateSource $source)
    {
    }

    /**
     * Null while it is not known.
     *
     * @param string $before it is the last one published before that day
     */
    public function find(string $from, string $to, string $before): ?ExchangeRate
    {
        $row = $this->row($from, $to, $before);

        return $row === null || $row['value'] === null ? null : self::rate($row);
    }

    /** The last one that is known, published before that day; null where none is. */
    public function latest(string $from, string $to, string $before): ?ExchangeRate
    {
        $row = $this->database->row(
            "SELECT * FROM {$this->database->table(self::TABLE)} WHERE currency = ? AND target = ? AND before_day <= ? AND value IS NOT NULL ORDER BY before_day DESC LIMIT 1",
            [$from, $to, $before]
        );

        return $row === null ? null : self::rate($row);
    }

    /** Lets the worker ask, once for each. */
    public function want(string $from, string $to, string $before): void
    {
        $row = $this->row($from, $to, $before);
        if ($row !== null) {
            return;
        }
        try {
            $id = $this->database->insert(self::TABLE, ['currency' => $from, 'target' => $to, 'before_day' => $before]);
            $this->queue->put(self::JOB, $id);
        } catch (UniqueViolation) {
            // Somebody else asked at the same moment.
        }
    }

    /** @throws \Counterfoil\Shared\Queue\JobFailed when nobody answers */
    public function ask(int $id): void
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);
        if ($row === null || $row['value'] !== null) {
            return;
        }
        $rate = $this->source->ask((string) $row['currency'], (string) $row['target'], (string) $row['before_day']);
        $this->database->update(self::TABLE, ['value' => $rate->value, 'published' => $rate->day, 'source' => $rate->source, 'table_number' => $rate->table], ['id' => $id]);
    }

    /** It can be asked for anew: whoever needs it types it meanwhile. */
    public function forget(int $id): void
    {
        $this->database->delete(self::TABLE, ['id' => $id, 'value' => null]);
    }

    /** @param array<string, string|null> $row with a value */
    private static function rate(array $row): ExchangeRate
    {
        return new ExchangeRate((string) $row['currency'], (string) $row['target'], (string) $row['value'], (string) $row['published'], (string) $row['source'], (string) $row['table_number']);
    }

    /** @return array<string, string|null>|null */
    private function row(string $from, string $to, string $before): ?array
    {
        return $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE currency = ? AND target = ? AND before_day = ?", [$from, $to, $before]);
    }
}
