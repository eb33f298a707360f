<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\Posting;
use Counterfoil\Plugin;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class ClientsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesClients;
    use WritesRows;

    public function test_a_name_is_enough(): void
    {
        $client = $this->client("  Acme\tLtd ");
        self::assertSame('Acme Ltd', $client['name']);
        self::assertSame('none', $client['access']);
        self::assertSame(Plugin::instance()->module(BusinessModule::class)->business()->currency->code, $client['currency']);
        self::assertSame([['amount' => 0, 'currency' => $client['currency']]], $client['net_billings']);
        self::assertSame([[], [], [], 0], [$client['due'], $client['overdue'], $client['credit'], $client['invoice_count']]);
    }

    public function test_a_client_is_made_with_contact_invitation_and_websites(): void
    {
        $client = $this->client('Acme', [
            'email' => 'Office@Acme.example',
            'phone' => '+48 123',
            'address' => ['line1' => '1 Main St', 'line2' => '', 'postcode' => '00-001', 'city' => 'Warszawa', 'region' => '', 'country' => 'PL'],
            'tax_id' => 'PL123',
            'currency' => 'PLN',
            'locale' => 'pl_PL',
            'contact' => ['name' => 'Ann', 'email' => 'ANN@acme.example'],
            'invite' => true,
            'websites' => [['name' => 'Shop', 'url' => 'https://shop.acme.example']],
        ]);
        self::assertSame('office@acme.example', $client['email']);
        self::assertSame('invited', $client['access']);
        self::assertSame(['ann@acme.example', 'invited', 'full-access'], [$client['contacts'][0]['email'], $client['contacts'][0]['access'], $client['contacts'][0]['role']['slug']]);
        self::assertNotNull($client['contacts'][0]['invitation_expires_at']);
        self::assertSame(['https://shop.acme.example', false], [$client['websites'][0]['url'], $client['websites'][0]['is_used']]);
        self::assertSame(['client.created', 'website.created', 'contact.created', 'contact.invited'], $this->events($client['id']));
        self::assertSame($client, self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$client['id']}", null, $this->staff)));
    }

    public function test_nothing_stays_of_a_client_when_one_part_is_refused(): void
    {
        $before = $this->row_counts();
        $good = ['name' => 'Acme', 'contact' => ['name' => 'Ann', 'email' => 'ann@acme.example'], 'invite' => true, 'websites' => [['name' => 'Shop', 'url' => 'https://acme.example']]];
        foreach ([
            '/contact' => ['contact' => null],
            '/contact/email' => ['contact' => ['name' => 'Ann', 'email' => 'ann@acme..example']],
            '/contact/role_id' => ['contact' => ['name' => 'Ann', 'email' => 'ann@acme.example', 'role_id' => 999]],
            '/websites/1/url' => ['websites' => [$good['websites'][0], ['name' => 'Login', 'url' => 'https://user:secret@acme.example']]],
            '/email' => ['email' => 'a@b@c.example'],
            '/currency' => ['currency' => 'XYZ'],
            '/address/country' => ['address' => ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => 'XX']],
        ] as $pointer => $wrong) {
            self::refused(400, [$pointer], $this->rest('POST', '/counterfoil/v1/clients', $wrong + $good, $this->staff));
        }
        self::assertSame($before, $this->row_counts());
        $this->assert_no_mail();
    }

    public function test_the_same_click_twice_makes_one_client(): void
    {
        $answers = array_map(fn (): array => self::fits('clients.create', $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Twice'], $this->staff, ['Idempotency-Key' => 'k-1'])), [1, 2]);
        self::assertSame($answers[0], $answers[1]);
    }

    public function test_details_change_and_the_currency_stays_what_was_billed(): void
    {
        $client = $this->client('Acme', ['currency' => 'EUR']);
        $this->invoice_row($client['id']);
        $address = ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => ''];
        $body = ['name' => 'Acme & Sons', 'email' => '', 'phone' => '', 'address' => $address, 'tax_id' => '', 'currency' => 'USD', 'locale' => ''];
        $changed = self::fits('clients.update', $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", $body, $this->staff));
        self::assertSame(['Acme & Sons', 'USD'], [$changed['name'], $changed['currency']]);
        self::assertSame([['amount' => 0, 'currency' => 'USD']], $changed['net_billings']);
        self::assertSame([['amount' => 10_000, 'currency' => 'EUR']], $changed['due']);
        self::refused(400, ['/email'], $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", ['email' => 'nobody'] + $body, $this->staff));
        self::assert_status(404, $this->rest('PUT', '/counterfoil/v1/clients/999999', $body, $this->staff));
    }

    public function test_sums_are_those_of_the_invoices_and_of_the_books_by_currency(): void
    {
        $client = $this->client('Acme', ['currency' => 'EUR']);
        foreach ([
            ['due_date' => '2001-01-01'],
            ['settlement' => 'part_paid', 'paid' => 2_500],
            ['settlement' => 'paid', 'paid' => 10_500, 'paid_at' => '2026-01-02 00:00:00'],
            ['settlement' => 'refunded', 'paid' => 10_000, 'refunded' => 10_000, 'paid_at' => '2026-01-02 00:00:00', 'due_date' => '2001-01-01'],
            ['settlement' => 'paid', 'paid' => 10_000, 'refunded' => 4_000, 'paid_at' => '2026-01-02 00:00:00'],
            ['status' => 'void', 'due_date' => '2001-01-01', 'paid' => 300],
            ['status' => 'draft', 'number' => null, 'series_period' => null, 'series_number' => null],
            ['currency' => 'USD', 'total' => 700, 'due_date' => '2001-01-01'],
        ] as $values) {
            $this->invoice_row($client['id'], $values);
        }
        $this->invoice_row($this->client('Other')['id']);
        $this->post($client['id'], 'payment:1', [Account::gateway('stripe') => 13_300, Account::RECEIVABLE => -12_500, Account::CREDIT => -800]);
        $this->post($client['id'], 'refund:1', [Account::OFFLINE => -300, Account::CREDIT => 300]);
        $read = self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$client['id']}", null, $this->staff));
        $eur = static fn (int $amount): array => ['amount' => $amount, 'currency' => 'EUR'];
        $usd = static fn (int $amount): array => ['amount' => $amount, 'currency' => 'USD'];
        self::assertSame([$eur(10_000 + 7_500), $usd(700)], $read['due']);
        self::assertSame([$eur(10_000), $usd(700)], $read['overdue']);
        self::assertSame([$eur(13_000)], $read['net_billings']);
        self::assertSame([$eur(500)], $read['credit']);
        self::assertSame(8, $read['invoice_count']);

        $row = self::fits('clients.list', $this->rest('GET', '/counterfoil/v1/clients?search=Acme', null, $this->staff))['items'][0];
        self::assertSame([$read['due'], $read['overdue'], $read['net_billings']], [$row['due'], $row['overdue'], $row['net_billings']]);
        $invoice = Plugin::instance()->module(InvoicesModule::class)->invoices();
        $database = Plugin::instance()->database();
        $due = 0;
        foreach ($database->rows("SELECT id FROM {$database->table('invoices')} WHERE client_id = ? AND currency = 'EUR' AND status <> 'draft'", [$client['id']]) as $id) {
            $due += $invoice->get((int) $id['id'], Viewer::system())->due()->amount;
        }
        self::assertSame(17_500, $due, 'The list and the invoices themselves say different things.');
    }

    /** @param non-empty-array<string, int> $amounts minor units of EUR, by account */
    private function post(int $client_id, string $source, array $amounts): void
    {
        $posting = new Posting('payment.received', $source, $client_id, 'EUR', Plugin::instance()->clock()->now());
        foreach ($amounts as $account => $amount) {
            $posting = $posting->with($account, $amount);
        }
        Plugin::instance()->database()->transaction(static fn () => Plugin::instance()->module(LedgerModule::class)->post()->handle($posting));
    }

    public function test_overdue_begins_after_midnight_where_the_business_is(): void
    {
        $zone = static fn (string $name) => Plugin::instance()->settings()->set('business', ['timezone' => $name]);
        $now = Plugin::instance()->clock()->now();
        $client = $this->client();
        // Kiritimati is 14 hours ahead of UTC, Midway 11 behind: never the same day.
        $this->invoice_row($client['id'], ['due_date' => $now->setTimezone(new \DateTimeZone('Pacific/Midway'))->format('Y-m-d')]);
        $zone('Pacific/Midway');
        self::assertSame([], self::json($this->rest('GET', "/counterfoil/v1/clients/{$client['id']}", null, $this->staff))['overdue']);
        $zone('Pacific/Kiritimati');
        self::assertCount(1, self::json($this->rest('GET', "/counterfoil/v1/clients/{$client['id']}", null, $this->staff))['overdue']);
    }

    public function test_what_happened_is_read_newest_first(): void
    {
        $client = $this->client('Acme', ['contact' => ['name' => 'Ann', 'email' => 'ann@acme.example']]);
        $page = self::fits('clients.events', $this->rest('GET', "/counterfoil/v1/clients/{$client['id']}/events?per_page=1", null, $this->staff));
        self::assertSame('contact.created', $page['items'][0]['type']);
        self::assertStringContainsString('Ann', $page['items'][0]['summary']);
        $next = self::fits('clients.events', $this->rest('GET', "/counterfoil/v1/clients/{$client['id']}/events?cursor=" . rawurlencode($page['next_cursor']), null, $this->staff));
        self::assertSame(['client.created'], array_column($next['items'], 'type'));
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/clients/999999/events', null, $this->staff));
    }

    public function test_logins_are_left_out_unless_somebody_wants_them(): void
    {
        $id = $this->client('Acme')['id'];
        \Counterfoil\Plugin::instance()->database()->insert('events', ['type' => 'contact.logged_in', 'actor_type' => 'contact', 'actor_name' => 'Ann', 'subject_type' => 'contact', 'subject_id' => 1, 'client_id' => $id, 'data' => '{"name":"Ann"}', 'occurred_at' => '2026-01-01 00:00:00']);
        $read = fn (string $query): array => array_column(self::fits('clients.events', $this->rest('GET', "/counterfoil/v1/clients/{$id}/events{$query}", null, $this->staff))['items'], 'type');
        self::assertSame(['client.created'], $read(''));
        self::assertSame(['contact.logged_in', 'client.created'], $read('?logins=shown'));
        self::assert_status(400, $this->rest('GET', "/counterfoil/v1/clients/{$id}/events?logins=maybe", null, $this->staff));
        $recent = \Counterfoil\Plugin::instance()->module(\Counterfoil\Activity\ActivityModule::class)->timeline()->recent(50, \Counterfoil\Shared\Viewer::system());
        self::assertNotContains('contact.logged_in', array_column($recent, 'type'));
    }

    public function test_abuse_05_fields_that_are_not_asked_for_are_refused(): void
    {
        $before = $this->row_counts();
        foreach (['id', 'portal_id', 'client_id', 'status', 'role', 'user_id', 'access', 'created_at'] as $field) {
            self::refused(400, ["/{$field}"], $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Acme', $field => 1], $this->staff));
        }
        foreach (['user_id', 'access', 'client_id'] as $field) {
            self::refused(400, ["/contact/{$field}"], $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Acme', 'contact' => ['name' => 'Ann', 'email' => 'a@b.example', $field => 1]], $this->staff));
        }
        self::assertSame($before, $this->row_counts());
    }

    public function test_abuse_49_and_51_names_are_text_on_one_line(): void
    {
        $client = $this->client("<b>\"Acme\"</b>\r\nBcc: x@evil.example");
        self::assertSame('<b>"Acme"</b> Bcc: x@evil.example', $client['name']);
    }
}
