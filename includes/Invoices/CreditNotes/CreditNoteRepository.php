<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\GivenNumber;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Reads and writes credit notes.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class CreditNoteRepository
{
    private const TABLE = 'credit_notes';

    public function __construct(private Database $database)
    {
    }

    /**
     * What the viewer does not see is not there.
     *
     * @throws DomainError 404
     */
    public function get(int $id, Viewer $viewer): CreditNote
    {
        $seen = (new Condition('id = ?', [$id]))->and($viewer->condition('client_id'));

        return $this->some($seen->sql, $seen->arguments)[0] ?? throw DomainError::not_found();
    }

    public function find_by_key(string $key): ?CreditNote
    {
        return $this->some('idempotency_key = ?', [$key])[0] ?? null;
    }

    /** Whose it is, whoever asks: a link to it leads its reader to that client, when it is theirs. */
    public function client_of(int $id): ?int
    {
        $client = $this->database->value("SELECT client_id FROM {$this->table()} WHERE id = ?", [$id]);

        return $client === null ? null : (int) $client;
    }

    /**
     * Whoever asks: for what refers to them.
     *
     * @param list<int> $ids
     * @return array<int, string> by id
     */
    public function numbers(array $ids): array
    {
        $rows = $ids === [] ? [] : $this->database->rows("SELECT id, number FROM {$this->table()} WHERE id IN ({$this->database->marks($ids)})", $ids);

        return array_column(array_map(static fn (array $row): array => [(int) $row['id'], (string) $row['number']], $rows), 1, 0);
    }

    /** @return list<CreditNote> oldest first */
    public function of_invoice(int $invoice_id): array
    {
        return $this->some('invoice_id = ? ORDER BY id', [$invoice_id]);
    }

    /**
     * @param Invoice $before as it was before it was credited
     * @param Invoice $after as it is now
     * @throws UniqueViolation when this key or number is there already
     */
    public function insert(Invoice $before, Invoice $after, CreditTotals $totals, string $reason, Surplus $surplus_to, string $key, GivenNumber $number, string $issue_date, DateTimeImmutable $now): CreditNote
    {
        $row = [
            'client_id' => $before->client_id,
            'portal_id' => $before->portal_id,
            'invoice_id' => $before->id,
            'series_period' => $number->period,
            'series_number' => $number->sequence,
            'number' => $number->text,
            'currency' => $before->currency->code,
            'tax_mode' => $before->tax_mode->value,
            'reason' => $reason,
            'credited_lines' => $totals->lines_to_json(),
            'taxes' => $totals->groups_to_json(),
            'net' => $totals->net,
            'tax' => $totals->tax,
            'total' => $totals->total,
            'from_due' => $before->due()->amount - $after->due()->amount,
            'surplus' => $after->credit()->amount - $before->credit()->amount,
            'surplus_to' => $surplus_to->value,
            'idempotency_key' => $key,
            'issue_date' => $issue_date,
            'issued_at' => Timestamps::to_row($now),
        ];
        $id = $this->database->insert(self::TABLE, $row);

        // Not read again: others wait for the series.
        return CreditNote::from_row(array_map(static fn (int|string|null $value): ?string => $value === null ? null : (string) $value, ['id' => $id] + $row));
    }

    /**
     * @param list<Value> $arguments
     * @return list<CreditNote>
     */
    private function some(string $condition, array $arguments): array
    {
        return array_map(CreditNote::from_row(...), $this->database->rows("SELECT * FROM {$this->table()} WHERE {$condition}", $arguments));
    }

    private function table(): string
    {
        return $this->database->table(self::TABLE);
    }
}
