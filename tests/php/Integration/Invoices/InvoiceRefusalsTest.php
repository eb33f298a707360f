<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Websites\WebsitesModule;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the routes of invoices refuse, each time naming what is wrong. */
final class InvoiceRefusalsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const ROOT = '/counterfoil/v1/invoices';

    public function test_abuse_33_an_issued_invoice_is_neither_changed_nor_deleted(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $issued = $this->issued($client);
        $before = $this->plugin()->database()->row("SELECT * FROM {$this->plugin()->database()->table('invoices')} WHERE id = ?", [$issued->id]);

        self::refused(409, [], $this->rest('PUT', self::ROOT . "/{$issued->id}", ['version' => $issued->version] + $this->body($client->id), $staff));
        self::refused(409, [], $this->rest('DELETE', self::ROOT . "/{$issued->id}", user: $staff));
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$issued->id}/send", ['version' => $issued->version], $staff));

        self::assertSame($before, $this->plugin()->database()->row("SELECT * FROM {$this->plugin()->database()->table('invoices')} WHERE id = ?", [$issued->id]));
        self::assertSame(1, $this->rows_in('outbox'));
    }

    public function test_a_stale_version_is_refused(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $draft = $this->draft($client);
        self::assert_status(200, $this->rest('PUT', self::ROOT . "/{$draft->id}", ['version' => 1] + $this->body($client->id), $staff));

        self::refused(409, [], $this->rest('PUT', self::ROOT . "/{$draft->id}", ['version' => 1, 'lines' => []] + $this->body($client->id), $staff));
        self::assertCount(1, $this->plugin()->module(InvoicesModule::class)->invoices()->lines($draft->id));
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$draft->id}/send", ['version' => 1], $staff));
    }

    /** @param array<string, mixed> $field */
    #[DataProvider('foreign_fields')]
    public function test_abuse_05_fields_that_are_not_asked_for_are_refused(array $field): void
    {
        $staff = $this->administrator();
        $draft = $this->draft($this->client());
        $pointer = '/' . array_key_first($field);

        self::refused(400, [$pointer], $this->rest('POST', self::ROOT, $field + $this->body($draft->client_id), $staff));
        self::refused(400, [$pointer], $this->rest('PUT', self::ROOT . "/{$draft->id}", $field + ['version' => 1] + $this->body($draft->client_id), $staff));
        self::refused(400, [$pointer], $this->rest('POST', self::ROOT . "/{$draft->id}/send", $field + ['version' => 1], $staff));
        self::assertSame([1, 'draft'], [$this->rows_in('invoices'), $this->plugin()->module(InvoicesModule::class)->invoices()->get($draft->id, Viewer::system())->status->value]);
        $this->assert_no_mail();
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function foreign_fields(): iterable
    {
        foreach (['status' => 'issued', 'settlement' => 'paid', 'number' => 'INV-1', 'total' => 1, 'role' => 'administrator', 'user_id' => 1, 'paid' => 100] as $name => $value) {
            yield $name => [[$name => $value]];
        }
    }

    #[DataProvider('impossible_numbers')]
    public function test_abuse_30_quantities_and_prices_that_are_no_numbers_are_refused(string $line, string $pointer): void
    {
        $body = str_replace('"LINE"', $line, (string) json_encode($this->body($this->client()->id, ['lines' => ['LINE']])));
        foreach (['', '/preview', '/drawing'] as $path) {
            self::refused(400, [$pointer], $this->rest('POST', self::ROOT . $path, $body, $this->administrator()));
        }
        self::assertSame(0, $this->rows_in('invoices'));
    }

    /** @return iterable<string, array{string, string}> */
    public static function impossible_numbers(): iterable
    {
        $line = static fn (string $quantity, string $price): string => '{"plan_id":null,"description":"x","discount":null,"tax":null,"quantity":' . $quantity . ',"unit_price":' . $price . '}';
        foreach (['"NaN"', '"1e309"', '"1,5"', '"-0"', '"-1"', '"0"', '"1000000000"', '"1.00001"', '" 1"', '"0x1"', '""', 'null', '1', '{}'] as $quantity) {
            yield "quantity {$quantity}" => [$line($quantity, '1'), '/lines/0/quantity'];
        }
        foreach (['1e309', '-0.0', '1.5', '-1', '1000000000001', '"1"', '99999999999999999999', 'null', '[]'] as $price) {
            yield "price {$price}" => [$line('"1"', $price), '/lines/0/unit_price'];
        }
    }

    /** @param array<string, mixed> $changes */
    #[DataProvider('too_much')]
    public function test_abuse_30_sums_that_do_not_fit_name_their_line(array $changes, string $pointer): void
    {
        $lines = array_map(fn (array $line): array => $this->line($line), $changes['lines'] ?? [[]]);
        $body = $this->body($this->client()->id, ['lines' => $lines] + $changes);

        self::refused(400, [$pointer], $this->rest('POST', self::ROOT, $body, $this->administrator()));
        self::assertSame(0, $this->rows_in('invoices'));
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function too_much(): iterable
    {
        $most = 1_000_000_000_000;
        yield 'a line' => [['lines' => [['unit_price' => 1], ['quantity' => '1.0001', 'unit_price' => $most]]], '/lines/1/unit_price'];
        yield 'the sum of the lines' => [['lines' => [['unit_price' => $most], ['unit_price' => 1]]], '/lines/1/unit_price'];
        yield 'the tax on top' => [['lines' => [['unit_price' => 1], ['unit_price' => $most - 1]]], '/lines/1/unit_price'];
        yield 'a line’s discount' => [['lines' => [['unit_price' => 100, 'discount' => ['type' => 'amount', 'amount' => 101]]]], '/lines/0/discount/amount'];
        yield 'the discount' => [['lines' => [['unit_price' => 100]], 'discount' => ['type' => 'amount', 'amount' => 101]], '/discount/amount'];
        yield 'a percentage' => [['discount' => ['type' => 'percent', 'percent' => '100.01']], '/discount/percent'];
    }

    public function test_what_is_not_there_is_named(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $other = $this->client('Other', 'other@x.test');
        $website = $this->plugin()->module(WebsitesModule::class)->websites()->insert($other->id, 'Shop', 'https://shop.test');

        self::refused(400, ['/client_id'], $this->rest('POST', self::ROOT, $this->body(999999), $staff));
        self::refused(400, ['/website_id'], $this->rest('POST', self::ROOT, $this->body($client->id, ['website_id' => $website]), $staff));
        self::refused(400, ['/due_date'], $this->rest('POST', self::ROOT, $this->body($client->id, ['due_date' => '2026-02-30']), $staff));
        self::refused(400, ['/currency'], $this->rest('POST', self::ROOT, $this->body($client->id, ['currency' => 'XXX']), $staff));
        self::refused(400, ['/lines/0/plan_id'], $this->rest('POST', self::ROOT, $this->body($client->id, ['lines' => [$this->line(['plan_id' => 999])]]), $staff));
    }

    public function test_nobody_without_the_capability(): void
    {
        $draft = $this->draft($this->client());
        $subscriber = $this->user();
        foreach ([['GET', ''], ['GET', '/summary'], ['POST', '/preview'], ['POST', ''], ['GET', "/{$draft->id}"], ['DELETE', "/{$draft->id}"], ['POST', "/{$draft->id}/send"], ['GET', "/{$draft->id}/pdf"]] as [$method, $path]) {
            self::assert_status(401, $this->rest($method, self::ROOT . $path));
            self::assert_status(403, $this->rest($method, self::ROOT . $path, user: $subscriber));
        }
        self::assertTrue($this->plugin()->module(InvoicesModule::class)->invoices()->get($draft->id, Viewer::system())->is_draft());
    }
}
