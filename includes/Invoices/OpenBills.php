<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Shared\Database\Database;

/**
 * All that is due, with just enough of each to say what money is for. For rules that look at everybody's bills; who asks
 * for them shows nothing of it before it has asked whether its reader may see it.
 *
 * @phpstan-type Bill array{id: int, number: string, client_id: int, client: string, currency: string, due: int, due_on: string}
 */
final readonly class OpenBills
{
    private const CHUNK = 2_000;

    public function __construct(private Database $database)
    {
    }

    /**
     * Of those of which nothing is due any more: what was issued, and paid or credited.
     *
     * @param non-empty-list<string> $numbers
     * @return array<string, int> the client by number
     */
    public function settled(array $numbers): array
    {
        $clients = [];
        foreach (array_chunk($numbers, 500) as $some) {
            $rows = $this->database->rows(
                "SELECT number, client_id FROM {$this->database->table('invoices')} WHERE number IN ({$this->database->marks($some)}) AND status = 'issued' AND NOT (" . InvoiceConditions::OPEN . ')',
                $some
            );
            foreach ($rows as $row) {
                $clients[(string) $row['number']] = (int) $row['client_id'];
            }
        }

        return $clients;
    }

    /** @phpstan-return iterable<Bill> `client` is the client's name folded for sorting */
    public function all(): iterable
    {
        $after = 0;
        do {
            $rows = $this->database->rows(
                "SELECT id, number, client_id, client_sort, currency, due, due_on FROM {$this->database->table('invoices')} WHERE " . InvoiceConditions::OPEN . ' AND id > ? ORDER BY id LIMIT ?',
                [$after, self::CHUNK]
            );
            foreach ($rows as $row) {
                $after = (int) $row['id'];
                yield [
                    'id' => $after,
                    'number' => (string) $row['number'],
                    'client_id' => (int) $row['client_id'],
                    'client' => (string) $row['client_sort'],
                    'currency' => (string) $row['currency'],
                    'due' => (int) $row['due'],
                    'due_on' => (string) $row['due_on'],
                ];
            }
        } while (count($rows) === self::CHUNK);
    }
}
