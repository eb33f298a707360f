<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\ConfirmSure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_User;

/** Statements and their settings as the screens ask for them. */
final class ImportRoutesTest extends IntegrationTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    public function test_a_csv_file_asks_once_what_its_columns_mean(): void
    {
        $staff = $this->administrator();
        $file = (string) file_get_contents(__DIR__ . '/../../fixtures/bank/csv-mbank.csv');
        $asked = self::fits('bank.upload', $this->upload($file, 'mbank.csv'));
        self::assertNull($asked['import']);
        self::assertSame(0, $this->rows_in('bank_entries'));
        $question = $asked['question'];
        self::assertSame('Data operacji', $question['columns'][0]['name']);
        self::assertSame(['1 230,50', '-200,00'], $question['columns'][6]['samples']);
        self::assertSame(['Windows-1250', 'YYYY-MM-DD', 6, 4, [3], ','], [$question['mapping']['encoding'], $question['mapping']['date_format'], $question['mapping']['amount'], $question['mapping']['name'], $question['mapping']['text'], $question['mapping']['decimal']]);

        $save = fn (array $changes) => $this->rest('POST', '/counterfoil/v1/bank/mappings', ['shape' => $question['shape'], 'columns' => array_column($question['columns'], 'name'), 'mapping' => $changes + $question['mapping']], $staff);
        foreach ([['currency' => '', '/mapping/currency'], ['currency' => 'PLN', 'amount' => null, '/mapping/amount'], ['currency' => 'PLN', 'amount' => 12, '/mapping/amount'], ['currency' => 'PLN', 'text' => [50], '/mapping/text']] as $wrong) {
            $pointer = $wrong[0];
            unset($wrong[0]);
            $answer = $save($wrong);
            self::assert_status(400, $answer);
            self::assertSame([$pointer], array_keys(self::json($answer)['data']['fields']));
        }
        $saved = self::fits('bank.save-mapping', $save(['currency' => 'PLN', 'own_account' => 'PL61 1140 2004 0000 3002 0135 5387']));
        self::assertSame($saved, self::fits('bank.save-mapping', $save(['currency' => 'PLN', 'own_account' => 'PL61 1140 2004 0000 3002 0135 5387'])));

        $import = self::fits('bank.upload', $this->upload($file, 'mbank.csv'))['import'];
        self::assertSame(['csv', 'mbank.csv', 'PL61114020040000300201355387', 2, 1], [$import['format'], $import['file_name'], $import['account'], $import['added'], $import['ignored']]);
        self::assertSame(['2026-11-20', '2026-11-23'], [$import['first_day'], $import['last_day']]);
        // The next month's file has the same header.
        self::assertSame(1, self::fits('bank.upload', $this->upload(str_replace('2026-11-20;2026-11-20', '2026-12-20;2026-12-20', $file)))['import']['added']);
        self::assertCount(1, self::fits('bank.mappings', $this->rest('GET', '/counterfoil/v1/bank/mappings', null, $staff))['items']);
        self::fits('bank.delete-mapping', $this->rest('DELETE', "/counterfoil/v1/bank/mappings/{$saved['id']}", null, $staff));
        self::assertNotNull(self::fits('bank.upload', $this->upload($file))['question']);
        self::assert_status(404, $this->rest('DELETE', "/counterfoil/v1/bank/mappings/{$saved['id']}", null, $staff));
    }

    public function test_sure_ones_are_recorded_together_or_by_themselves_where_that_is_chosen(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $invoices = array_map(fn (): Invoice => $this->issued($client), range(1, 5));
        $lines = array_map(static fn (Invoice $invoice): array => [12300, "for {$invoice->number}"], $invoices);
        $import = $this->imported($this->statement([$lines[0], $lines[1], [5000, "part of {$invoices[2]->number}"], [12300, "again {$invoices[0]->number}"]]));
        self::assertSame(3, $import['open']['sure']);
        self::assertSame(0, $this->rows_in('queue', "job = '" . ConfirmSure::JOB . "'"), 'Nothing is recorded by itself.');

        $done = self::fits('bank.confirm-sure', $this->rest('POST', "/counterfoil/v1/bank/imports/{$import['id']}/confirm-sure", ['send_receipts' => false], $staff));
        self::assertSame(['confirmed' => 2, 'left' => 0], $done, 'The one that pays the first again is none any more.');
        self::assertSame([Settlement::Paid, Settlement::Paid, Settlement::Unpaid], array_map(fn (int $index): Settlement => $this->invoice_now($invoices[$index])->settlement, [0, 1, 2]));
        $now = self::fits('bank.import', $this->rest('GET', "/counterfoil/v1/bank/imports/{$import['id']}", null, $staff));
        self::assertSame([0, 2], [$now['open']['sure'], $now['matched']]);
        $this->deliver();
        self::assertSame([], array_filter(array_column($this->outbox->to('ada@harbour.test'), 'subject'), static fn (string $subject): bool => str_contains($subject, 'Receipt')));

        $this->bank()->settings()->save(true, true, Actor::system());
        $second = $this->imported($this->statement([$lines[3], [700, "part of {$invoices[4]->number}"]]));
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [ConfirmSure::JOB]);
        self::assertSame([Settlement::Paid, Settlement::Unpaid], [$this->invoice_now($invoices[3])->settlement, $this->invoice_now($invoices[4])->settlement]);
        $matched = array_values(array_filter($this->entries(['import_id' => $second['id']]), static fn (array $entry): bool => $entry['state'] === 'matched'));
        self::assertSame('', $matched[0]['result']['matched_by']);
        $this->deliver();
        self::assertContains("Receipt for invoice {$invoices[3]->number} from Studio North", array_column($this->outbox->to('ada@harbour.test'), 'subject'));
    }

    public function test_who_sees_some_clients_sees_what_these_paid_and_no_statement(): void
    {
        [$own, $other] = [$this->client('Own & Co'), $this->client('Other & Co', 'zed@other.test')];
        [$a, $b] = [$this->issued($own), $this->issued($other)];
        $import = $this->imported($this->statement([[12300, (string) $a->number], [12300, (string) $b->number], [5, 'open']]));
        $ids = array_column($this->entries(), 'id', 'text');
        $this->confirm_entry($ids[$a->number], $own->id, [$a->id => 12300]);
        $this->confirm_entry($ids[$b->number], $other->id, [$b->id => 12300]);
        $limited = $this->administrator();
        add_filter('counterfoil_staff_clients', static fn (?array $clients, WP_User $user): ?array => $user->ID === $limited ? [$own->id] : $clients, 10, 2);
        $as_limited = fn (string $method, string $path, ?array $body = null) => $this->rest($method, "/counterfoil/v1/bank/{$path}", $body, $limited);

        self::assertSame([$ids[$a->number]], array_column(self::fits('bank.entries', $as_limited('GET', 'entries'))['items'], 'id'));
        self::assertSame([], self::fits('bank.imports', $as_limited('GET', 'imports'))['items']);
        self::assert_status(403, $as_limited('GET', "imports/{$import['id']}"));
        self::assert_status(403, $this->upload($this->statement([[1, 'x']]), user: $limited));
        self::assert_status(403, $as_limited('POST', "imports/{$import['id']}/confirm-sure", ['send_receipts' => false]));
        foreach ([$ids[$b->number], $ids['open']] as $id) {
            self::assert_status(404, $as_limited('GET', "entries/{$id}"));
            self::assert_status(404, $as_limited('POST', "entries/{$id}/undo", []));
            self::assert_status(404, $as_limited('POST', "entries/{$id}/ignore", []));
            self::assert_status(404, $as_limited('POST', "entries/{$id}/confirm", ['client_id' => $own->id, 'parts' => [], 'send_receipt' => false]));
        }
    }

    public function test_what_does_not_fit_is_refused_and_says_where(): void
    {
        [$client, $other] = [$this->client(), $this->client('Other', 'zed@other.test')];
        [$invoice, $foreign, $dollars] = [$this->issued($client), $this->issued($other), $this->issued($client, ['currency' => 'USD'])];
        $draft = $this->draft($client);
        $this->imported($this->statement([[15000, 'hello'], [-5, 'fee']]));
        $ids = array_column($this->entries(), 'id', 'text');
        $refused = function (int $status, string $field, int $client_id, array $parts, string $currency = 'EUR') use ($ids): void {
            $answer = $this->confirm_entry($ids['hello'], $client_id, $parts, $currency);
            self::assert_status($status, $answer);
            self::assertSame($field === '' ? [] : [$field], array_keys(self::json($answer)['data']['fields'] ?? []));
        };
        $refused(400, '/parts/0/invoice_id', $client->id, [$foreign->id => 100]);
        $refused(400, '/parts/0/invoice_id', $client->id, [$dollars->id => 100]);
        $refused(400, '/parts/0/amount/currency', $client->id, [$invoice->id => 100], 'USD');
        $refused(400, '/parts/0/amount/amount', $client->id, [$invoice->id => 0]);
        $refused(400, '/parts', $client->id, [$invoice->id => 15001]);
        $refused(409, '', $client->id, [$invoice->id => 12301]);
        $refused(409, '', $client->id, [$draft->id => 100]);
        $refused(404, '', 999_999, []);
        self::assert_status(409, $this->confirm_entry($ids['fee'], $client->id, []));
        self::assert_status(404, $this->confirm_entry(999_999, $client->id, []));
        self::assertSame(0, $this->rows_in('payments'));
        self::assertSame('open', array_column($this->entries(), 'state', 'text')['hello']);
    }

    public function test_lines_are_found_and_listed_in_pages(): void
    {
        $lines = array_map(static fn (int $day): array => [100 + $day, "line {$day} 100%", 'Ada & Co', 'DE02120300000000202051', sprintf('2026-11-%02d', $day)], range(1, 25));
        $this->imported($this->statement($lines));
        $page = self::fits('bank.entries', $this->rest('GET', '/counterfoil/v1/bank/entries?per_page=10&state=open', null, $this->administrator()));
        self::assertSame('2026-11-25', $page['items'][0]['booked_on']);
        $next = self::fits('bank.entries', $this->rest('GET', '/counterfoil/v1/bank/entries?per_page=10&state=open&cursor=' . rawurlencode($page['next_cursor']), null, $this->administrator()));
        self::assertSame('2026-11-15', $next['items'][0]['booked_on']);
        self::assertCount(1, $this->entries(['search' => 'line 7 ']));
        self::assertCount(25, $this->entries(['search' => 'de02 1203']));
        self::assertCount(25, $this->entries(['search' => '0%']));
        self::assertCount(0, $this->entries(['search' => '7%']));
        self::assertCount(0, $this->entries(['match' => 'sure']));
        self::assertCount(25, $this->entries(['match' => 'none', 'state' => 'open']));
        self::assertCount(1, self::fits('bank.imports', $this->rest('GET', '/counterfoil/v1/bank/imports', null, $this->administrator()))['items']);
    }
}
