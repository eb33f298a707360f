<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;

/** What is kept of invoices about money, for whoever holds it against the books. */
final readonly class InvoiceFigures
{
    public function __construct(private Database $database)
    {
    }

    /** @return list<KeptFigures> in the order of their ids; drafts too, of which nothing is kept */
    public function after(int $id, int $limit): array
    {
        $rows = $this->database->rows(
            "SELECT id, kind, status, settlement, total, paid, refunded, given_back, credited, due, due_on, due_date, paid_at,
                (SELECT made.id FROM {$this->database->table('invoices')} made WHERE made.pro_forma_id = kept.id) AS made
            FROM {$this->database->table('invoices')} kept WHERE id > ? ORDER BY id LIMIT ?",
            [$id, $limit]
        );

        return array_map(KeptFigures::from_row(...), $rows);
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, int> minor units that credit notes took back, by invoice
     */
    public function credited_of(array $invoice_ids): array
    {
        $rows = $this->database->rows(
            "SELECT invoice_id, SUM(total) AS total FROM {$this->database->table('credit_notes')} WHERE invoice_id IN ({$this->database->marks($invoice_ids)}) GROUP BY invoice_id",
            $invoice_ids
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['invoice_id'], (int) $row['total']], $rows), 1, 0) + array_fill_keys($invoice_ids, 0);
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return array<int, array<string, int>> minor units of what came that settles invoices, by client and currency
     */
    public function settled_of(array $client_ids): array
    {
        $asked = "CASE WHEN status = 'issued' THEN total - credited ELSE 0 END - given_back";
        $rows = $this->database->rows(
            "SELECT client_id, currency, SUM(CASE WHEN paid - refunded > {$asked} THEN {$asked} ELSE paid - refunded END) AS settled
            FROM {$this->database->table('invoices')} WHERE client_id IN ({$this->database->marks($client_ids)}) AND status <> 'draft' GROUP BY client_id, currency",
            $client_ids
        );
        $settled = [];
        foreach ($rows as $row) {
            $settled[(int) $row['client_id']][(string) $row['currency']] = (int) $row['settled'];
        }

        return $settled;
    }
}
