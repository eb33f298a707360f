<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;
use PHPUnit\Framework\Attributes\DataProvider;

/** Sorted by the server, page by page. */
final class InvoiceOrderTest extends IntegrationTestCase
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

    /** @return iterable<string, array{string, string, string}> */
    public static function orders(): iterable
    {
        foreach (['created_at', 'number', 'client', 'issue_date', 'due_date', 'due', 'total'] as $by) {
            foreach (['asc', 'desc'] as $order) {
                foreach (['', 'draft', 'due'] as $state) {
                    yield "{$by} {$order} {$state}" => [$by, $order, $state];
                }
            }
        }
    }

    #[DataProvider('orders')]
    public function test_pages_follow_each_other_in_the_order_that_was_asked_for(string $by, string $order, string $state): void
    {
        // Ties in each column, and drafts, which have neither number nor issue date.
        foreach (['Ołówek', 'Alpha', 'ölmühle', 'Zebra'] as $at => $name) {
            $client = $this->client($name, "c{$at}@x.test");
            foreach ([1, 2, 3] as $i) {
                $id = $this->invoice_row($client->id, ['total' => $i * 100, 'due_date' => $this->day($i), 'issue_date' => $this->day(-$i), 'client_sort' => $client->sort_name()]);
                $this->invoice_row($client->id, ['status' => 'draft', 'number' => null, 'series_number' => null, 'issue_date' => null, 'client_sort' => $client->sort_name(), 'total' => $id % 3]);
            }
        }
        $rows = $this->listed(compact('by', 'order', 'state'), 100);
        $paged = $this->listed(compact('by', 'order', 'state'), 5);
        self::assertSame(array_column($rows, 'id'), array_column($paged, 'id'));
        self::assertCount($state === '' ? 24 : 12, array_unique(array_column($rows, 'id')));
        $sorted = $rows;
        $key = static fn (array $row): array => [match ($by) {
            'client' => strtr(mb_strtolower($row['client']['name']), ['ł' => 'l', 'ó' => 'o', 'ö' => 'o', 'ü' => 'u']),
            'total' => $row['total']['amount'],
            // Nothing is due of a draft.
            'due' => $row['state'] === 'draft' ? 0 : $row['due']['amount'],
            'created_at' => $row['id'],
            default => $row[$by] ?? '',
        }, $row['id']];
        usort($sorted, static fn (array $one, array $other): int => ($order === 'asc' ? 1 : -1) * ($key($one) <=> $key($other)));
        self::assertSame(array_column($sorted, 'id'), array_column($rows, 'id'));
    }

    public function test_a_page_of_another_order_leads_nowhere(): void
    {
        $client = $this->client();
        $this->invoice_row($client->id);
        $this->invoice_row($client->id);
        $cursor = self::fits('invoices.list', $this->rest('GET', self::ROOT . '?per_page=1&orderby=total', user: $this->staff))['next_cursor'];
        self::assert_status(200, $this->rest('GET', self::ROOT . "?per_page=1&orderby=total&cursor={$cursor}", user: $this->staff));
        self::refused(400, ['/cursor'], $this->rest('GET', self::ROOT . "?per_page=1&orderby=total&order=desc&cursor={$cursor}", user: $this->staff));
        self::refused(400, ['/cursor'], $this->rest('GET', self::ROOT . "?per_page=1&cursor={$cursor}", user: $this->staff));
    }

    /** The client's name is kept beside its invoices: it follows when the client is renamed. */
    public function test_a_renamed_client_is_sorted_by_its_new_name(): void
    {
        [$zebra, $beta] = [$this->client('Zebra', 'z@x.test'), $this->client('Beta', 'b@x.test')];
        foreach ([$zebra, $beta] as $client) {
            self::assert_status(201, $this->rest('POST', self::ROOT, $this->body($client->id), user: $this->staff));
        }
        self::assertSame(['Beta', 'Zebra'], $this->names());
        $address = ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => ''];
        self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/clients/{$zebra->id}", ['name' => 'Ägypten', 'email' => '', 'phone' => '', 'address' => $address, 'tax_id' => '', 'currency' => 'EUR', 'locale' => ''], user: $this->staff));
        self::assertSame(['Ägypten', 'Beta'], $this->names());
    }

    /** @return list<string> of clients, by name */
    private function names(): array
    {
        return array_column(array_column($this->listed(['by' => 'client', 'order' => 'asc', 'state' => ''], 100), 'client'), 'name');
    }

    /**
     * @param array{by: string, order: string, state: string} $asked
     * @return list<array<string, mixed>> all pages
     */
    private function listed(array $asked, int $per_page): array
    {
        $rows = [];
        $cursor = '';
        do {
            $query = array_filter(['orderby' => $asked['by'], 'order' => $asked['order'], 'state' => $asked['state'], 'cursor' => $cursor], static fn (?string $value): bool => $value !== '');
            $page = self::fits('invoices.list', $this->rest('GET', self::ROOT . '?' . http_build_query($query + ['per_page' => $per_page]), user: $this->staff));
            array_push($rows, ...$page['items']);
            $cursor = $page['next_cursor'];
        } while ($cursor !== null);

        return $rows;
    }
}
