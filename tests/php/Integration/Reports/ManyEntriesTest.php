<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Clients\Client;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Reports\Period;
use Counterfoil\Reports\Statements\StatementsModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A statement's pages cost the same however much was posted for the client before, in the period and after it. */
final class ManyEntriesTest extends IntegrationTestCase
{
    use MakesInvoices;

    private const MANY = 8_000;
    /** Whoever reads them all takes many times as long; `npm run bench` holds 1.2. */
    private const AT_MOST_TIMES = 1.6;

    public function test_the_first_page_and_one_deep_inside(): void
    {
        // What is posted here is of no invoice.
        $this->leave_books_unequal();
        $few = $this->with_entries($this->client('Few'), 100);
        $many = $this->with_entries($this->client('Many', 'many@client.test'), self::MANY);
        $this->plugin()->module(LedgerModule::class)->seal()->handle();
        $this->plugin()->module(LedgerModule::class)->seal()->handle();
        self::assertSame(0, $this->rows_in('ledger_postings', 'seal_id IS NULL'));

        self::assertSame([self::MANY * 100, 50], $this->first_page($many));
        self::assertLessThanOrEqual(self::AT_MOST_TIMES, CpuTime::ratio($this->often($many, null), $this->often($few, null)), 'The first page');
        $deep = [$this->id_of($many, '2024-06-01'), '2024-06-01'];
        self::assertLessThanOrEqual(self::AT_MOST_TIMES, CpuTime::ratio($this->often($many, $deep), $this->often($few, [$this->id_of($few, '2024-06-01'), '2024-06-01'])), 'A page deep inside');
    }

    private function with_entries(Client $client, int $count): Client
    {
        $database = $this->plugin()->database();
        foreach (array_chunk(range(1, $count), 500) as $chunk) {
            $first = 1 + (int) $database->value("SELECT MAX(id) FROM {$database->table('ledger_postings')}");
            $postings = [];
            $entries = [];
            foreach ($chunk as $index => $number) {
                // Over three years, so that there is much before the period, in it and after it.
                $day = Calendar::add_days('2023-01-01', $number * 1000 % 1095);
                $id = $first + $index;
                array_push($postings, $id, 'invoice.issued', "many:{$id}", $client->id, 'EUR', "{$day} 10:00:00", $day);
                array_push($entries, $id, 'receivable', $client->id, 100, 'EUR', $id, 'revenue', $client->id, -100, 'EUR');
            }
            $rows = static fn (string $row, int $count): string => implode(', ', array_fill(0, $count, $row));
            $database->execute("INSERT INTO {$database->table('ledger_postings')} (id, kind, source, client_id, currency, occurred_at, day) VALUES " . $rows('(?, ?, ?, ?, ?, ?, ?)', count($chunk)), $postings);
            $database->execute("INSERT INTO {$database->table('ledger_entries')} (posting_id, account, client_id, amount, currency) VALUES " . $rows('(?, ?, ?, ?, ?)', 2 * count($chunk)), $entries);
        }

        return $client;
    }

    private function id_of(Client $client, string $day): int
    {
        $database = $this->plugin()->database();

        return (int) $database->value("SELECT MIN(id) FROM {$database->table('ledger_postings')} WHERE client_id = ? AND day >= ?", [$client->id, $day]);
    }

    /** @return array{int, int} what all of it comes to, and how many lines */
    private function first_page(Client $client): array
    {
        $read = $this->plugin()->module(StatementsModule::class)->read();
        $statement = $read->of($client->id, Period::between('2023-01-01', '2025-12-31'), 'EUR', Viewer::system());

        return [$statement->closing()->amount, count($read->page($statement, new MoneyFormat('en_US'), Viewer::system(), 50)->lines)];
    }

    /**
     * @param list<int|string>|null $after
     * @return \Closure(): void
     */
    private function often(Client $client, ?array $after): \Closure
    {
        $read = $this->plugin()->module(StatementsModule::class)->read();
        $numbers = new MoneyFormat('en_US');

        return static function () use ($read, $client, $numbers, $after): void {
            for ($i = 0; $i < 10; $i++) {
                $statement = $read->of($client->id, Period::between('2024-01-01', '2024-12-31'), 'EUR', Viewer::system());
                $read->page($statement, $numbers, Viewer::system(), 10, $after);
            }
        };
    }
}
