<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

/** Who is searched for is found without accents and capitals, by the beginnings of words. */
final class ClientSearchTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients;
    use WritesRows;

    public function test_clients_and_their_invoices_are_found_by_folded_words(): void
    {
        $pencil = $this->client('Ołówek i Söhne', ['contact' => ['name' => 'Marta Żuk', 'email' => 'marta@olowki.example']]);
        $mountain = $this->client('株式会社山田', ['contact' => ['name' => '山田 太郎', 'email' => 'taro@yamada.example']]);
        $invoice = $this->invoice_row($pencil['id']);
        $other = $this->invoice_row($mountain['id']);
        foreach (['olowek', 'OŁÓWEK', 'sohne', 'soehne', 'zuk', 'marta@', 'marta@olowki', 'olowki.exa', 'sohne olow', '  olowek  '] as $search) {
            self::assertSame([[$pencil['id']], [$invoice]], $this->found($search), $search);
        }
        foreach (['山田', '株式会社', '田'] as $search) {
            self::assertSame([[$mountain['id']], [$other]], $this->found($search), $search);
        }
        foreach (['lowek', 'olowek nowak', 'nobody@'] as $search) {
            self::assertSame([[], []], $this->found($search), $search);
        }
    }

    public function test_signs_before_and_within_a_word_are_no_hindrance(): void
    {
        $client = $this->client('=South-West (North/Far-East) „Ufer-Haus”', ['contact' => ['name' => 'Ann', 'email' => 'ann-lee@mid-land.example']]);
        $invoice = $this->invoice_row($client['id']);
        foreach (['=south-west', 'south-west', 'west', '(north/far', 'north/far-e', 'far-east', 'east', 'ufer-haus', 'haus', 'ann-lee@', 'lee@mid', 'mid-land.ex', 'land.example'] as $search) {
            self::assertSame([[$client['id']], [$invoice]], $this->found($search), $search);
        }
        foreach (['outh', 'south-east', 'ar-east'] as $search) {
            self::assertSame([[], []], $this->found($search), $search);
        }
    }

    public function test_a_word_that_nearly_everybody_has_is_looked_for_among_the_few_that_have_the_other(): void
    {
        $wanted = $this->client('Acme Łódź Ltd');
        $invoice = $this->invoice_row($wanted['id']);
        $this->client('Acme Inc');
        $database = Plugin::instance()->database();
        foreach (array_chunk(range(10_001, 11_100), 100) as $ids) {
            $database->execute("INSERT INTO {$database->table('client_words')} (client_id, word) VALUES " . implode(', ', array_map(static fn (int $id): string => "({$id}, 'ltd')", $ids)));
        }
        foreach (['acme ltd', 'ltd acme', 'lodz ltd', 'Łódź acme ltd'] as $search) {
            $queries = $this->queries(function () use ($search, $wanted, $invoice): void {
                self::assertSame([[$wanted['id']], [$invoice]], $this->found($search), $search);
            });
            self::assertSame([], array_values(array_filter($queries, static fn (string $sql): bool => str_contains($sql, 'IN (SELECT client_id'))), $search);
        }
        foreach (['ltd nobody', 'inc ltd'] as $search) {
            self::assertSame([[], []], $this->found($search), $search);
        }
    }

    public function test_what_is_found_follows_names_and_people(): void
    {
        $client = $this->client('Before', ['contact' => ['name' => 'Ann', 'email' => 'ann@before.example']]);
        $contact = $client['contacts'][0];
        $address = ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => ''];
        self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", ['name' => 'Later', 'email' => '', 'phone' => '', 'address' => $address, 'tax_id' => '', 'currency' => 'EUR', 'locale' => ''], $this->staff));
        self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/contacts/{$contact['id']}", ['name' => 'Eve', 'email' => 'eve@later.example', 'role_id' => $contact['role']['id']], $this->staff));
        $before = array_map(fn (string $search): array => $this->found($search)[0], ['before', 'ann', 'later', 'eve@']);
        self::assertSame([[], [], [$client['id']], [$client['id']]], $before);
        self::assert_status(200, $this->rest('DELETE', "/counterfoil/v1/contacts/{$contact['id']}", null, $this->staff));
        self::assertSame([[], [$client['id']]], [$this->found('eve@')[0], $this->found('later')[0]]);
    }

    public function test_counts_beside_the_tabs_follow_the_search(): void
    {
        $this->client('Harbour');
        $this->client('Pine');
        $summary = self::fits('clients.summary', $this->rest('GET', '/counterfoil/v1/clients/summary?search=harb', null, $this->staff));
        self::assertSame([1, 1, 0], [$summary['all']['count'], $summary['none']['count'], $summary['active']['count']]);
    }

    public function test_sorted_backwards_page_by_page(): void
    {
        foreach (['Beta', 'ähnlich', 'Zeta', 'beta'] as $name) {
            $this->client($name);
        }
        $names = [];
        $cursor = '';
        do {
            $page = self::fits('clients.list', $this->rest('GET', "/counterfoil/v1/clients?orderby=name&order=desc&per_page=2{$cursor}", null, $this->staff));
            array_push($names, ...array_column($page['items'], 'name'));
            $cursor = '&cursor=' . $page['next_cursor'];
        } while ($page['next_cursor'] !== null);
        self::assertSame(['Zeta', 'beta', 'Beta', 'ähnlich'], $names);
    }

    /** @return array{list<int>, list<int>} clients, and invoices */
    private function found(string $search): array
    {
        $ids = fn (string $list): array => array_column(self::fits("{$list}.list", $this->rest('GET', "/counterfoil/v1/{$list}?search=" . rawurlencode($search), null, $this->staff))['items'], 'id');

        return [$ids('clients'), $ids('invoices')];
    }
}
