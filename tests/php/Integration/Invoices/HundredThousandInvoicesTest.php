<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 12: lists, summary and overview stay quick with 100,000 invoices. */
final class HundredThousandInvoicesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    /** Generous, since other things run beside the tests; an index that is missed costs many times as much. */
    private const MILLISECONDS = 1000;

    public function test_lists_and_sums_stay_quick(): void
    {
        $this->fill(100_000);
        $staff = $this->administrator();
        $slow = [];
        foreach (self::addresses() as $what => $path) {
            $this->rest('GET', "/counterfoil/v1/{$path}", user: $staff);
            $started = hrtime(true);
            self::assert_status(200, $this->rest('GET', "/counterfoil/v1/{$path}", user: $staff));
            $took = (hrtime(true) - $started) / 1e6;
            $took > self::MILLISECONDS && $slow[$what] = round($took) . ' ms';
        }

        self::assertSame([], $slow);
    }

    /** @return array<string, string> */
    private static function addresses(): array
    {
        return [
            'the first page' => 'invoices',
            'overdue ones' => 'invoices?state=overdue',
            'a state that few have' => 'invoices?state=refunded',
            'one client' => 'invoices?client_id=77',
            'a number' => 'invoices?search=INV-00999x50',
            'a client’s name' => 'invoices?search=Client%2077',
            'an amount' => 'invoices?search=123.00',
            'nothing like it' => 'invoices?search=nowhere',
            'days' => 'invoices?issued_from=2026-01-01&issued_to=2026-01-31',
            'the summary' => 'invoices/summary',
            'a client’s summary' => 'invoices/summary?client_id=77',
            'the overview' => 'overview',
        ];
    }

    private function fill(int $count): void
    {
        $database = $this->plugin()->database();
        $clients = array_map(static fn (int $id): array => [$id, 1, "Client {$id}", 'EUR', '2026-01-01 00:00:00', '2026-01-01 00:00:00'], range(1, 500));
        $this->insert('clients', 'id, portal_id, name, currency, created_at, updated_at', $clients);
        $states = [['issued', 'paid'], ['issued', 'paid'], ['issued', 'paid'], ['issued', 'unpaid'], ['issued', 'part_paid'], ['draft', 'unpaid'], ['void', 'unpaid']];
        [$before, $after] = ['client_id, portal_id, status, settlement', 'currency, tax_mode, message, subtotal, discounted, net, tax, total, taxes, issue_date, due_date, created_at'];
        $today = new \DateTimeImmutable($this->day());
        $rows = [];
        for ($i = 1; $i <= 1000; $i++) {
            [$status, $settlement] = $i % 500 === 0 ? ['issued', 'refunded'] : $states[$i % 7];
            $due = $today->modify(($i % 400 - 380) . ' days')->format('Y-m-d');
            $issued = $today->modify(-intdiv($i, 2) . ' days')->format('Y-m-d');
            $rows[] = [$i % 500 + 1, 1, $status, $settlement, sprintf('INV-%05d', $i), 'EUR', 'exclusive', '', $i * 100, 0, $i * 100, 0, $i * 100, '[]', $issued, $due, '2026-01-01 00:00:00'];
        }
        $this->insert('invoices', "{$before}, number, {$after}", $rows);
        // The rest are copies: a statement of 100,000 rows is slow to read on SQLite.
        $table = $database->table('invoices');
        for ($copy = 1; $copy < intdiv($count, 1000); $copy++) {
            $database->execute("INSERT INTO {$table} ({$before}, number, {$after}) SELECT {$before}, CONCAT(number, 'x{$copy}'), {$after} FROM {$table} WHERE number NOT LIKE '%x%'");
        }
        self::assertSame($count, $this->rows_in('invoices'));
    }

    /** @param list<list<int|string>> $rows */
    private function insert(string $table, string $columns, array $rows): void
    {
        global $wpdb;
        $values = implode(', ', array_map(static fn (array $row): string => "('" . implode("', '", $row) . "')", $rows));
        self::assertNotFalse($wpdb->query("INSERT INTO {$this->plugin()->database()->table($table)} ({$columns}) VALUES {$values}"));
    }
}
