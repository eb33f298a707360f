<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\CreditNotes\CreditNoteExport;
use Counterfoil\Invoices\CreditNotes\CreditNoteFilter;
use Counterfoil\Invoices\CreditNotes\CreditNoteResource;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\CreditNotesQuery;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\SendsRestRequests;
use WP_User;

final class CreditNoteRoutesTest extends IntegrationTestCase
{
    use MakesInvoices;
    use SendsRestRequests;

    private const BASE = '/counterfoil/v1';

    private int $staff;
    private Invoice $invoice;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->user('administrator');
        $this->invoice = $this->issued($this->client(), ['lines' => [$this->line(['quantity' => '2']), $this->line(['description' => 'Backups', 'unit_price' => 999, 'tax' => ['name' => 'VAT', 'rate' => '8']])]]);
        $this->payment($this->invoice, 10000);
    }

    public function test_preview_says_what_it_comes_to_and_changes_nothing(): void
    {
        $answer = $this->rest('POST', $this->of_invoice('/preview'), ['extent' => ['type' => 'lines', 'lines' => [['position' => 0, 'quantity' => '1.5']]]], $this->staff);

        self::assert_status(200, $answer);
        $data = $answer->get_data();
        // 256.79 in all, 100.00 paid: of 184.50 credited 156.79 are due, and the rest was paid.
        self::assertSame([25679, 18450, 15679, 2771], [$data['left']['amount'], $data['total']['amount'], $data['from_due']['amount'], $data['surplus']['amount']]);
        self::assertSame([['2', '1'], 15000, [['VAT', '23', 3450]]], [$data['quantities_left'], $data['net']['amount'], array_map(static fn (array $tax): array => [$tax['name'], $tax['rate'], $tax['amount']['amount']], $data['taxes'])]);
        self::assertSame(0, $this->rows_in('credit_notes'));
    }

    public function test_it_is_made_listed_and_downloaded(): void
    {
        $body = ['extent' => ['type' => 'rest'], 'reason' => 'Cancelled', 'surplus' => 'keep', 'version' => $this->version()];
        $answer = $this->rest('POST', $this->of_invoice(), $body, $this->staff);

        self::assert_status(201, $answer);
        self::assertSame(['credited', 25679, 10000], [$answer->get_data()['state'], $answer->get_data()['totals']['credited']['amount'], $answer->get_data()['totals']['credit']['amount']]);
        $list = $this->rest('GET', self::BASE . "/credit-notes?client_id={$this->invoice->client_id}", null, $this->staff)->get_data();
        self::assertSame([['CN-0001', 'Harbour & Pine', $this->invoice->number, 'keep']], array_map(static fn (array $row): array => [$row['number'], $row['client']['name'], $row['invoice']['number'], $row['surplus_to']], $list['items']));
        self::assertSame([], $this->rest('GET', self::BASE . '/credit-notes?client_id=999', null, $this->staff)->get_data()['items']);
        $note = $this->rest('GET', self::BASE . "/credit-notes/{$list['items'][0]['id']}", null, $this->staff)->get_data();
        self::assertSame(['Website care', 'Backups'], array_column($note['lines'], 'description'));
        self::assert_status(200, $this->rest('GET', self::BASE . "/credit-notes/{$note['id']}/pdf", null, $this->staff));
        self::assert_status(409, $this->rest('POST', $this->of_invoice('/preview'), ['extent' => ['type' => 'rest']], $this->staff));
    }

    public function test_a_list_is_sorted_searched_summed_and_exported(): void
    {
        $credit = function (Invoice $invoice, int $amount, string $reason): void {
            $body = ['extent' => ['type' => 'amount', 'amount' => ['amount' => $amount, 'currency' => 'EUR']], 'reason' => $reason, 'surplus' => 'keep', 'version' => $this->version($invoice)];
            self::assert_status(201, $this->rest('POST', self::BASE . "/invoices/{$invoice->id}/credit-notes", $body, $this->staff));
        };
        $other = $this->issued($this->client('Łódź Studio', 'eva@lodz.test'));
        $credit($this->invoice, 5000, 'First');
        $credit($other, 9000, '=cmd');
        $credit($this->invoice, 100, 'Third');
        $list = fn (string $query): array => array_column($this->rest('GET', self::BASE . "/credit-notes?{$query}", null, $this->staff)->get_data()['items'], 'number');

        self::assertSame(['CN-0003', 'CN-0002', 'CN-0001'], $list(''));
        self::assertSame(['CN-0002', 'CN-0001', 'CN-0003'], $list('orderby=total&order=desc'));
        self::assertSame(['CN-0001', 'CN-0002', 'CN-0003'], $list('orderby=number'));
        self::assertSame([['CN-0002'], ['CN-0002'], ['CN-0002'], ['CN-0003', 'CN-0001'], []], [$list('search=lodz'), $list('search=cn-0002'), $list("search={$other->number}"), $list("invoice_id={$this->invoice->id}"), $list('issued_to=2020-01-01')]);
        $first = $this->rest('GET', self::BASE . '/credit-notes?per_page=2&orderby=total&order=desc', null, $this->staff)->get_data();
        self::assertSame(['CN-0003'], $list('per_page=2&orderby=total&order=desc&cursor=' . rawurlencode($first['next_cursor'])));
        self::assertSame(['count' => 2, 'sums' => [['amount' => 5100, 'currency' => 'EUR']]], $this->rest('GET', self::BASE . "/credit-notes/summary?client_id={$this->invoice->client_id}", null, $this->staff)->get_data());
        $query = $this->plugin()->module(CreditNotesModule::class)->query();
        $export = new CreditNoteExport($query, new CreditNoteResource($this->plugin()->module(ClientsModule::class)->clients(), $this->plugin()->module(InvoicesModule::class)->invoices()));
        $csv = implode('', iterator_to_array($export->handle(new CreditNoteFilter(search: 'lodz'), Viewer::system(), CreditNotesQuery::order([]), '2026-11-26')->parts(), false));
        self::assertStringContainsString("CN-0002,Łódź Studio,{$other->number},{$other->issue_date},'=cmd,EUR,73.17,16.83,90.00,90.00,0.00,0.00", str_replace('"', '', $csv));
    }

    public function test_what_does_not_fit_is_refused_at_its_field(): void
    {
        foreach ([
            [['type' => 'amount', 'amount' => ['amount' => 25680, 'currency' => 'EUR']], '/extent/amount/amount'],
            [['type' => 'amount', 'amount' => ['amount' => 100, 'currency' => 'USD']], '/extent/amount/currency'],
            [['type' => 'lines', 'lines' => [['position' => 9, 'quantity' => '1']]], '/extent/lines'],
        ] as [$extent, $field]) {
            $answer = $this->rest('POST', $this->of_invoice('/preview'), ['extent' => $extent], $this->staff);
            self::assert_status(400, $answer);
            self::assertSame([$field], array_keys($answer->get_data()['data']['fields']));
        }
    }

    public function test_who_may_not_refund_keeps_it_as_credit(): void
    {
        $clerk = $this->user();
        (new WP_User($clerk))->add_cap('counterfoil_bill');
        $body = ['extent' => ['type' => 'rest'], 'reason' => 'Cancelled', 'surplus' => 'refund', 'version' => $this->version()];
        self::assert_status(403, $this->rest('POST', $this->of_invoice(), $body, $clerk));
        self::assert_status(201, $this->rest('POST', $this->of_invoice(), ['surplus' => 'keep'] + $body, $clerk));
    }

    public function test_staff_of_other_clients_find_nothing(): void
    {
        $note = $this->plugin()->module(CreditNotesModule::class);
        $this->rest('POST', $this->of_invoice(), ['extent' => ['type' => 'rest'], 'reason' => 'Cancelled', 'surplus' => 'keep', 'version' => $this->version()], $this->staff);
        $other = Viewer::staff(\Counterfoil\Shared\Actor::system(), ['view'], [999]);
        self::assertSame([], $note->query()->page(new CreditNoteFilter(), $other, CreditNotesQuery::order([]), 10)['notes']);
        $this->expectExceptionObject(\Counterfoil\Shared\DomainError::not_found());
        $note->notes()->get(1, $other);
    }

    private function of_invoice(string $more = ''): string
    {
        return self::BASE . "/invoices/{$this->invoice->id}/credit-notes{$more}";
    }

    private function version(?Invoice $of = null): int
    {
        $id = ($of ?? $this->invoice)->id;

        return $this->rest('GET', self::BASE . "/invoices/{$id}", null, $this->staff)->get_data()['version'];
    }
}
