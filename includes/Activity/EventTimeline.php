<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Rest\Cursor;

/**
 * Reads what happened, newest first, each as the contract's event: its sentence is made now, in the
 * reader's language.
 *
 * @phpstan-import-type Value from Database
 * @phpstan-type Page array{items: list<array<string, mixed>>, next_cursor: string|null}
 */
final readonly class EventTimeline
{
    public function __construct(private Database $database, private EventSentences $sentences)
    {
    }

    /** @return Page */
    public function of_invoice(int $invoice_id, int $per_page, ?string $cursor): array
    {
        return $this->page(
            "events:invoice:{$invoice_id}",
            "e.id IN (SELECT event_id FROM {$this->database->table('event_subjects')} WHERE subject_type = 'invoice' AND subject_id = ?)",
            [$invoice_id],
            $per_page,
            $cursor
        );
    }

    /** @return Page of the client, its contacts, invoices and payments */
    public function of_client(int $client_id, int $per_page, ?string $cursor): array
    {
        return $this->page("events:client:{$client_id}", 'e.client_id = ?', [$client_id], $per_page, $cursor);
    }

    /** @return list<array<string, mixed>> of everything */
    public function recent(int $limit): array
    {
        return $this->page('events', '1 = 1', [], $limit, null)['items'];
    }

    /**
     * @param list<Value> $arguments
     * @return Page
     */
    private function page(string $list, string $where, array $arguments, int $per_page, ?string $cursor): array
    {
        if ($cursor !== null) {
            $where .= ' AND e.id < ?';
            $arguments[] = (int) (Cursor::decode($list, $cursor)[0] ?? 0);
        }
        $rows = $this->database->rows(
            "SELECT e.*, c.name AS client_name FROM {$this->database->table('events')} e
            LEFT JOIN {$this->database->table('clients')} c ON c.id = e.client_id
            WHERE {$where} ORDER BY e.id DESC LIMIT ?",
            [...$arguments, $per_page + 1]
        );
        $page = array_slice($rows, 0, $per_page);
        $last = end($page);

        return [
            'items' => array_map($this->to_wire(...), $page),
            'next_cursor' => count($rows) > $per_page && $last !== false ? Cursor::encode($list, [(int) $last['id']]) : null,
        ];
    }

    /**
     * @param array<string, string|null> $row
     * @return array<string, mixed>
     */
    private function to_wire(array $row): array
    {
        $data = json_decode((string) $row['data'], true);

        return [
            'id' => (int) $row['id'],
            'type' => (string) $row['type'],
            'summary' => $this->sentences->say((string) $row['type'], is_array($data) ? $data : []),
            'actor' => ['type' => (string) $row['actor_type'], 'name' => (string) $row['actor_name']],
            'subject' => ['type' => (string) $row['subject_type'], 'id' => (int) $row['subject_id']],
            'client' => $row['client_id'] === null || $row['client_name'] === null ? null : ['id' => (int) $row['client_id'], 'name' => $row['client_name']],
            'occurred_at' => Timestamps::to_wire(Timestamps::from_row((string) $row['occurred_at'])),
        ];
    }
}
