<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

final readonly class ReminderRepository
{
    private const TABLE = 'reminders';
    private const EXCEPTIONS = 'reminder_exceptions';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return bool false when this reminder went out before */
    public function note(Invoice $invoice, int $days): bool
    {
        try {
            $this->database->insert(self::TABLE, [
                'invoice_id' => $invoice->id,
                'due_on' => $invoice->due_date,
                'days' => $days,
                'sent_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<string, true> what went out, as key() names it
     */
    public function sent(array $invoice_ids): array
    {
        $which = Condition::in('invoice_id', $invoice_ids);
        $rows = $this->database->rows("SELECT invoice_id, due_on, days FROM {$this->database->table(self::TABLE)} WHERE {$which->sql}", $which->arguments);
        $sent = [];
        foreach ($rows as $row) {
            $sent[self::key((int) $row['invoice_id'], (string) $row['due_on'], (int) $row['days'])] = true;
        }

        return $sent;
    }

    public static function key(int $invoice_id, string $due_on, int $days): string
    {
        return "{$invoice_id}/{$due_on}/{$days}";
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return list<int> of these, those that get none
     */
    public function without(array $client_ids): array
    {
        $which = Condition::in('client_id', $client_ids);
        $rows = $this->database->rows("SELECT client_id FROM {$this->database->table(self::EXCEPTIONS)} WHERE {$which->sql}", $which->arguments);

        return array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
    }

    /** @return bool whether that changed anything */
    public function except(int $client_id, bool $is_excepted): bool
    {
        if (! $is_excepted) {
            return $this->database->delete(self::EXCEPTIONS, ['client_id' => $client_id]) > 0;
        }
        if ($this->without([$client_id]) !== []) {
            return false;
        }
        try {
            $this->database->insert(self::EXCEPTIONS, ['client_id' => $client_id]);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }
}
