<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

/** Lists as CSV: all that is listed, in its order, for who looks. */
final class ExportTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use WritesRows;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_all_invoices_that_are_listed_stand_in_it_in_their_order(): void
    {
        $client = $this->client('=cmd|calc, "Ltd"');
        $this->invoice_row($client->id, ['number' => 'A-1', 'total' => 505, 'issue_date' => '2026-11-01', 'due_date' => '2099-11-15', 'buyer_reference' => 'Desk 7', 'purchase_order' => '=PO-1', 'supply_from' => '2026-10-01', 'supply_to' => '2026-10-31']);
        $this->plugin()->database()->update('clients', ['buyer_reference' => 'Their desk'], ['id' => $client->id]);
        $this->invoice_row($client->id, ['number' => 'A-2', 'total' => 12300, 'currency' => 'JPY', 'due_date' => '2020-11-15']);
        $this->invoice_row($client->id, ['number' => null, 'status' => 'draft', 'due_date' => '2099-11-15']);
        $this->invoice_row($this->client('Other', 'o@x.test')->id, ['number' => 'B-1']);

        $name = '"\'=cmd|calc, ""Ltd""","Ada Lindqvist"';
        self::assertSame([
            'Number,Document,Client,Contact,Website,Status,Issue date,Due date,Currency,Total,Outstanding,Buyer reference,Purchase order,Supplied from,Supplied until',
            "A-2,Invoice,{$name},,Overdue,,2020-11-15,JPY,12300,12300,Their desk,,,",
            "A-1,Invoice,{$name},,Due,2026-11-01,2099-11-15,EUR,5.05,5.05,Desk 7,'=PO-1,2026-10-01,2026-10-31",
        ], array_map(static fn (string $line): string => str_replace(',Ada Lindqvist,', ',"Ada Lindqvist",', $line), $this->lines("invoices/export?client_id={$client->id}&only=outstanding&orderby=due_date")));
    }

    public function test_more_than_one_chunk_is_whole(): void
    {
        $client = $this->client();
        for ($i = 0; $i < 1001; ++$i) {
            $this->invoice_row($client->id, ['total' => 100]);
        }
        $numbers = array_map(static fn (string $line): string => explode(',', $line)[0], array_slice($this->lines('invoices/export?orderby=total'), 1));
        self::assertSame([1001, 1001], [count($numbers), count(array_unique($numbers))]);
    }

    public function test_the_other_lists(): void
    {
        $invoice = $this->issued($this->client('Ołówek'));
        $this->payment($invoice, 12300);
        self::assert_status(201, $this->rest('POST', '/counterfoil/v1/products', ['name' => '@Hosting', 'description' => '', 'image_id' => null, 'plans' => [
            ['name' => 'Large', 'price' => ['amount' => 2500, 'currency' => 'EUR'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]],
        ]], user: $this->staff));

        self::assertStringStartsWith('Ołówek,Ada Lindqvist,ada@harbour.test,No access,EUR,0.00,', $this->lines('clients/export?search=olowek')[1]);
        self::assertSame([], array_slice($this->lines('clients/export?search=nobody'), 1));
        self::assertStringContainsString(",Ołówek,{$invoice->number},", $this->lines('payments/export')[1]);
        self::assertStringEndsWith(',EUR,123.00,0.00,123.00', $this->lines('payments/export')[1]);
        self::assertSame("'@Hosting,Large,every month,EUR,25.00,0,0.00,", $this->lines('products/export')[1]);
    }

    public function test_limited_staff_get_their_clients_only(): void
    {
        [$own, $other] = [$this->client('Own', 'own@x.test'), $this->client('Other', 'other@x.test')];
        foreach ([$own, $other] as $client) {
            $this->payment($this->issued($client), 12300);
        }
        add_filter('counterfoil_staff_clients', static fn (): array => [$own->id]);
        foreach (['invoices', 'clients', 'payments'] as $list) {
            $text = implode("\n", $this->lines("{$list}/export"));
            self::assertStringContainsString('Own', $text, $list);
            self::assertStringNotContainsString('Other', $text, $list);
        }
    }

    public function test_half_a_list_does_not_look_like_a_whole_one(): void
    {
        $before = ini_set('error_log', '/dev/null');
        $parts = iterator_to_array((new CsvFile('Broken', ['A'], static function (): iterable {
            yield ['1'];
            throw new \RuntimeException('gone');
        }))->parts(), false);
        ini_set('error_log', (string) $before);
        self::assertStringContainsString('incomplete', $parts[2]);
    }

    /** @return list<string> without the mark in front */
    private function lines(string $path): array
    {
        $file = $this->rest('GET', "/counterfoil/v1/{$path}", user: $this->staff)->get_data();
        self::assertInstanceOf(CsvFile::class, $file);
        $text = implode('', iterator_to_array($file->parts(), false));
        self::assertStringStartsWith("\u{FEFF}", $text);

        return explode("\r\n", trim(substr($text, 3)));
    }
}
