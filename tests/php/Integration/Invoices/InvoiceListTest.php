<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;
use Counterfoil\Websites\WebsitesModule;
use PHPUnit\Framework\Attributes\DataProvider;

final class InvoiceListTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use WritesRows;

    private const ROOT = '/counterfoil/v1/invoices';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    /** Law 4 and the list agree: what is filtered by a state is shown in it, whatever the facts. */
    public function test_each_state_lists_exactly_the_invoices_that_show_it(): void
    {
        $client = $this->client();
        foreach (['draft', 'issued', 'void'] as $status) {
            foreach ($status === 'draft' ? ['unpaid'] : ['unpaid', 'part_paid', 'paid', 'refunded'] as $settlement) {
                foreach ([-1, 0, 1] as $days) {
                    $this->invoice_row($client->id, ['status' => $status, 'settlement' => $settlement, 'due_date' => $this->day($days)]);
                }
            }
        }
        $summary = self::fits('invoices.summary', $this->rest('GET', self::ROOT . '/summary', user: $this->staff));
        $listed = 0;
        foreach (['draft', 'due', 'overdue', 'part_paid', 'paid', 'refunded', 'void'] as $state) {
            $rows = self::fits('invoices.list', $this->rest('GET', self::ROOT . "?state={$state}&per_page=100", user: $this->staff))['items'];
            self::assertSame([$state], array_values(array_unique(array_column($rows, 'state'))));
            self::assertCount($summary[$state]['count'], $rows);
            $listed += count($rows);
        }

        self::assertSame([27, 27], [$listed, $summary['all']['count']]);
    }

    public function test_sums_of_the_summary_never_mix_currencies(): void
    {
        $client = $this->client();
        $other = $this->client('Other', 'o@x.test');
        $this->invoice_row($client->id, ['total' => 1000]);
        $this->invoice_row($client->id, ['total' => 5000, 'currency' => 'JPY']);
        $this->invoice_row($client->id, ['total' => 3000, 'settlement' => 'part_paid', 'paid' => 1000]);
        $this->invoice_row($other->id, ['total' => 700]);
        $summary = self::fits('invoices.summary', $this->rest('GET', self::ROOT . "/summary?client_id={$client->id}", user: $this->staff));

        self::assertSame([['amount' => 1000, 'currency' => 'EUR'], ['amount' => 5000, 'currency' => 'JPY']], $summary['due']['sums']);
        self::assertSame(['count' => 1, 'sums' => [['amount' => 3000, 'currency' => 'EUR']], 'due' => [['amount' => 2000, 'currency' => 'EUR']]], $summary['part_paid']);
        self::assertSame(3, $summary['all']['count']);
    }

    /** @param list<string> $expected numbers */
    #[DataProvider('searches')]
    public function test_finds_by_number_client_and_amount(string $query, array $expected): void
    {
        $harbour = $this->client('Harbour & Pine');
        $percent = $this->client('100% Cotton_Co', 'c@x.test');
        $this->row($harbour, 'INV-0001', ['total' => 120050, 'issue_date' => '2026-01-10']);
        $this->row($harbour, 'INV-0012', ['total' => 120000, 'issue_date' => '2026-02-10']);
        $this->row($percent, 'FV/2026/3', ['total' => 1200, 'currency' => 'JPY', 'issue_date' => '2026-03-10']);
        $this->row($percent, 'FV/2026/4', ['total' => 1200, 'issue_date' => '2026-04-10']);

        self::assertSame($expected, $this->numbers($query));
    }

    /** @return iterable<string, array{string, list<string>}> */
    public static function searches(): iterable
    {
        $search = static fn (string $text): string => 'search=' . rawurlencode($text);
        yield 'a number' => [$search('INV-0012'), ['INV-0012']];
        yield 'its beginning' => [$search('INV-'), ['INV-0012', 'INV-0001']];
        yield 'within it' => [$search('/2026/'), ['FV/2026/4', 'FV/2026/3']];
        yield 'in small letters' => [$search('inv-0001'), ['INV-0001']];
        yield 'a client' => [$search('harbour'), ['INV-0012', 'INV-0001']];
        yield 'an amount' => [$search('1,200.50'), ['INV-0001']];
        yield 'an amount as in Polish' => [$search('1200,5'), ['INV-0001']];
        yield 'an amount whose currency has no decimals' => [$search('1200'), ['FV/2026/3', 'INV-0012']];
        yield 'a percent sign is one' => [$search('100%'), ['FV/2026/4', 'FV/2026/3']];
        yield 'an underscore is one' => [$search('cotton_c'), ['FV/2026/4', 'FV/2026/3']];
        yield 'a percent sign is no wildcard' => [$search('1%'), []];
        yield 'an underscore neither' => [$search('cotto__c'), []];
        yield 'words of a client, in any order' => [$search('pine harb'), ['INV-0012', 'INV-0001']];
        yield 'nothing like it' => [$search('Zażółć'), []];
        yield 'spaces are nothing' => [$search('   '), ['FV/2026/4', 'FV/2026/3', 'INV-0012', 'INV-0001']];
        yield 'from a day on' => ['issued_from=2026-03-10', ['FV/2026/4', 'FV/2026/3']];
        yield 'between days' => ['issued_from=2026-02-10&issued_to=2026-03-09', ['INV-0012']];
    }

    #[DataProvider('injections')]
    public function test_abuse_48_sql_in_a_search_is_plain_text(string $text): void
    {
        $this->row($this->client(), 'INV-0001', []);

        self::assertSame([], $this->numbers('search=' . rawurlencode($text)));
        self::assertSame(1, $this->rows_in('invoices'));
    }

    /** @return iterable<string, array{string}> */
    public static function injections(): iterable
    {
        foreach (["' OR '1'='1", '" OR ""="', "x' UNION SELECT user_pass FROM wp_users -- ", "'; DROP TABLE wp_counterfoil_invoices; --", '%', '_', '\\', '?', '%s %d %1$s', "\\' OR 1=1 #"] as $text) {
            yield $text => [$text];
        }
    }

    #[DataProvider('queries_that_are_none')]
    public function test_abuse_48_sql_elsewhere_is_refused(string $query, string $pointer): void
    {
        self::refused(400, [$pointer], $this->rest('GET', self::ROOT . "?{$query}", user: $this->staff));
    }

    /** @return iterable<string, array{string, string}> */
    public static function queries_that_are_none(): iterable
    {
        yield 'an order' => ['orderby=id;DROP', '/orderby'];
        yield 'a state' => ["state=due'--", '/state'];
        yield 'a client' => ['client_id=1%20OR%201=1', '/client_id'];
        yield 'a day' => ["issued_from=2026-01-01'", '/issued_from'];
        yield 'a huge page' => ['per_page=1000000000', '/per_page'];
        yield 'a negative page' => ['per_page=-1', '/per_page'];
        yield 'a forged cursor' => ['cursor=WzFd.AAAAAAAAAAAAAAAAAAAAAA', '/cursor'];
    }

    /** Law 12 */
    public function test_pages_follow_each_other_without_gap_or_repetition_while_others_are_added(): void
    {
        $client = $this->client();
        for ($i = 1; $i <= 7; $i++) {
            $this->row($client, "N-{$i}", []);
        }
        $seen = [];
        $cursor = null;
        do {
            $page = self::fits('invoices.list', $this->rest('GET', self::ROOT . '?per_page=3' . ($cursor === null ? '' : "&cursor={$cursor}"), user: $this->staff));
            array_push($seen, ...array_column($page['items'], 'number'));
            $cursor = $page['next_cursor'];
            $this->row($client, 'LATER-' . count($seen), []);
        } while ($cursor !== null);

        self::assertSame(['N-7', 'N-6', 'N-5', 'N-4', 'N-3', 'N-2', 'N-1'], $seen);
    }

    /** Their due date is read where no paid one is in the way. */
    public function test_open_ones_by_due_date_in_both_directions_and_over_pages(): void
    {
        $client = $this->client();
        foreach ([-3, -9, -1, -3, -5] as $number => $days) {
            $this->row($client, "N-{$number}", ['due_date' => $this->day($days)]);
        }
        $this->row($client, 'PAID', ['due_date' => $this->day(-20), 'settlement' => 'paid']);
        foreach (['asc' => ['N-1', 'N-4', 'N-0', 'N-3', 'N-2'], 'desc' => ['N-2', 'N-3', 'N-0', 'N-4', 'N-1']] as $order => $expected) {
            foreach (['state=overdue', 'only=outstanding'] as $filter) {
                $seen = [];
                $cursor = null;
                do {
                    $page = self::fits('invoices.list', $this->rest('GET', self::ROOT . "?per_page=2&{$filter}&orderby=due_date&order={$order}" . ($cursor === null ? '' : "&cursor={$cursor}"), user: $this->staff));
                    array_push($seen, ...array_column($page['items'], 'number'));
                    $cursor = $page['next_cursor'];
                } while ($cursor !== null);
                self::assertSame($expected, $seen, "{$filter} {$order}");
            }
        }
    }

    /** Law 12: the settings, the invoices with all that stands beside them, and their websites. */
    public function test_law_12_a_list_asks_the_database_three_times(): void
    {
        $asked = [];
        foreach ([1, 40] as $rows) {
            for ($i = 0; $i < $rows; $i++) {
                $client = $this->client("Client {$rows}-{$i}", "c{$rows}-{$i}@x.test");
                $this->row($client, "Q-{$rows}-{$i}", ['website_id' => $this->plugin()->module(WebsitesModule::class)->websites()->insert($client->id, 'Shop', 'https://shop.test')]);
            }
            // What an earlier request has asked is no saving of this one.
            wp_cache_flush();
            $this->plugin()->database()->remembered()->forget();
            $queries = $this->queries(fn () => self::assert_status(200, $this->rest('GET', self::ROOT . '?per_page=40', user: $this->staff)));
            $asked[] = count(array_filter($queries, static fn (string $sql): bool => str_contains($sql, 'counterfoil_')));
        }

        self::assertSame($asked[0], $asked[1]);
        self::assertLessThanOrEqual(3, $asked[1], implode("\n", $queries));
    }

    /** @param array<string, int|string|null> $values */
    private function row(Client $client, string $number, array $values): void
    {
        $this->invoice_row($client->id, ['number' => $number] + $values);
    }

    /** @return list<string> */
    private function numbers(string $query): array
    {
        return array_column(self::fits('invoices.list', $this->rest('GET', self::ROOT . "?{$query}", user: $this->staff))['items'], 'number');
    }
}
