<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class ClientsListTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients;
    use WritesRows;

    public function test_pages_follow_each_other_by_name(): void
    {
        $ids = array_map(fn (string $name): int => $this->client($name)['id'], ['Same', 'Same', 'Same', 'aardvark', "D'Arcy", 'Ökonom', 'Żółw', '100%']);
        $seen = [];
        $cursor = '';
        do {
            $page = self::fits('clients.list', $this->rest('GET', "/counterfoil/v1/clients?per_page=2{$cursor}", null, $this->staff));
            array_push($seen, ...array_column($page['items'], 'id'));
            $cursor = '&cursor=' . rawurlencode((string) $page['next_cursor']);
        } while ($page['next_cursor'] !== null);
        self::assertSame(count($seen), count(array_unique($seen)));
        self::assertSame([], array_diff($ids, $seen));
        self::assertSame([$ids[3], $ids[4], $ids[0], $ids[1], $ids[2]], array_values(array_intersect($seen, [...array_slice($ids, 0, 3), $ids[3], $ids[4]])));
    }

    public function test_a_list_costs_five_queries_whatever_its_length(): void
    {
        for ($number = 0; $number < 12; ++$number) {
            $client = $this->client("Client {$number}", ['contact' => ['name' => 'Ann', 'email' => "ann{$number}@example.test"]]);
            $this->invoice_row($client['id']);
            $this->invoice_row($client['id'], ['currency' => 'USD']);
        }
        $this->rest('GET', '/counterfoil/v1/clients', null, $this->staff);
        $count = fn (int $per_page): array => array_values(array_filter(
            $this->queries(fn () => self::assertCount($per_page, self::json($this->rest('GET', "/counterfoil/v1/clients?per_page={$per_page}", null, $this->staff))['items'])),
            static fn (string $sql): bool => preg_match('/_(users|usermeta) /', $sql) !== 1
        ));
        $one = $count(1);
        $twelve = $count(12);
        self::assertSame(count($one), count($twelve), implode("\n", $twelve));
        self::assertLessThanOrEqual(5, count($twelve), implode("\n", $twelve));
    }

    public function test_clients_are_found_by_name_and_by_their_people(): void
    {
        $acme = $this->client('Acme', ['email' => 'office@acme.example', 'contact' => ['name' => 'Zoë Quill', 'email' => 'zoe@elsewhere.example']])['id'];
        $this->client('Bolt', ['contact' => ['name' => 'Bob', 'email' => 'bob@bolt.example']]);
        foreach (['acm', 'OFFICE@', 'quill', 'zoe@elsewhere'] as $search) {
            self::assertSame([$acme], $this->listed('search=' . rawurlencode($search)), $search);
        }
        self::assertSame([], $this->listed('search=nobody'));
    }

    public function test_abuse_48_a_search_is_text(): void
    {
        $odd = $this->client('50%_off\\now', ['contact' => ['name' => "O'Hara", 'email' => 'o@example.test']])['id'];
        $this->client('50 off');
        foreach (['50%', '50%_', '50%_off\\n', "O'H"] as $search) {
            self::assertSame([$odd], $this->listed('search=' . rawurlencode($search)), $search);
        }
        foreach (['%', '_', '\\', '5_', "' OR '1'='1", "x') UNION SELECT 1 -- ", '%s', '?'] as $search) {
            self::assertSame([], $this->listed('search=' . rawurlencode($search)), $search);
        }
        foreach (['sort=name', 'order=asc;DROP', 'orderby[]=1', 'access=active%27--'] as $query) {
            self::assert_status(400, $this->rest('GET', "/counterfoil/v1/clients?{$query}", null, $this->staff));
        }
    }

    public function test_a_client_is_as_far_as_its_furthest_contact(): void
    {
        $states = ['none' => [], 'suspended' => ['none', 'suspended'], 'invited' => ['suspended', 'invited', 'none'], 'active' => ['invited', 'active', 'suspended']];
        $before = self::fits('clients.summary', $this->rest('GET', '/counterfoil/v1/clients/summary', null, $this->staff));
        $ids = [];
        foreach ($states as $state => $contacts) {
            $ids[$state] = $this->client("Client {$state}")['id'];
            foreach ($contacts as $index => $access) {
                $contact = $this->contact($ids[$state], "c{$index}@{$state}.example");
                Plugin::instance()->database()->update('contacts', ['access' => $access], ['id' => $contact['id']]);
            }
        }
        foreach ($ids as $state => $id) {
            self::assertSame([$id], array_values(array_intersect($ids, $this->listed("access={$state}&per_page=100"))), $state);
            self::assertSame($state, self::json($this->rest('GET', "/counterfoil/v1/clients/{$id}", null, $this->staff))['access']);
        }
        $after = self::fits('clients.summary', $this->rest('GET', '/counterfoil/v1/clients/summary', null, $this->staff));
        foreach ([...array_fill_keys(array_keys($states), 1), 'all' => 4] as $state => $more) {
            self::assertSame($before[$state]['count'] + $more, $after[$state]['count'], $state);
        }
    }

    public function test_abuse_16_sizes_and_cursors_nobody_gave_out_are_refused(): void
    {
        $this->client('One');
        $this->client('Two');
        $cursor = (string) self::json($this->rest('GET', '/counterfoil/v1/clients?per_page=1', null, $this->staff))['next_cursor'];
        self::assert_status(200, $this->rest('GET', '/counterfoil/v1/clients?cursor=' . rawurlencode($cursor), null, $this->staff));
        foreach (['1000000000', '0', '-1', '101', '1.5', '1e2', 'ten', ''] as $size) {
            self::refused(400, ['/per_page'], $this->rest('GET', "/counterfoil/v1/clients?per_page={$size}", null, $this->staff));
        }
        $payload = rtrim(strtr(base64_encode('["A",1]'), '+/', '-_'), '=');
        foreach (["{$payload}.", "{$payload}.AAAA", substr($cursor, 0, -1) . (str_ends_with($cursor, 'A') ? 'B' : 'A'), "x{$cursor}", 'nonsense', '.'] as $forged) {
            self::refused(400, ['/cursor'], $this->rest('GET', '/counterfoil/v1/clients?cursor=' . rawurlencode($forged), null, $this->staff));
        }
        // One list's cursor is not another's.
        self::refused(400, ['/cursor'], $this->rest('GET', '/counterfoil/v1/products?cursor=' . rawurlencode($cursor), null, $this->staff));
    }

    /** @return list<int> */
    private function listed(string $query): array
    {
        return array_column(self::fits('clients.list', $this->rest('GET', "/counterfoil/v1/clients?{$query}", null, $this->staff))['items'], 'id');
    }
}
