<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_User;

/** A member of staff who looks after some clients only sees their invoices, and nobody else's. */
final class LimitedStaffTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const ROOT = '/counterfoil/v1/invoices';
    private const NOBODY = 999_999_999;

    private int $all;
    private int $limited;
    private Invoice $own;
    private Invoice $other;
    private Invoice $draft;

    protected function setUp(): void
    {
        parent::setUp();
        $this->all = $this->administrator();
        $this->limited = $this->administrator();
        $own = $this->client('Own & Co');
        $other = $this->client('Other & Co', 'zed@other.test');
        $this->own = $this->issued($own, ['due_date' => $this->day()]);
        $this->other = $this->issued($other, ['due_date' => $this->day()]);
        $this->draft = $this->draft($other);
        add_filter('counterfoil_staff_clients', fn (?array $clients, WP_User $user): ?array => $user->ID === $this->limited ? [$own->id] : $clients, 10, 2);
    }

    /** @return iterable<string, array{string, string, array<string, mixed>|null}> method, path with {issued}, {draft}, {note}; body */
    public static function routes(): iterable
    {
        foreach ([
            ['GET', '/invoices/{issued}', null], ['GET', '/invoices/{issued}/pdf', null], ['GET', '/invoices/{issued}/events', null],
            ['DELETE', '/invoices/{draft}', null], ['POST', '/invoices/{draft}/send', ['version' => 1]], ['POST', '/invoices/{issued}/resend', null],
            ['POST', '/invoices/{issued}/duplicate', null], ['POST', '/invoices/{issued}/void', ['reason' => '']],
            ['POST', '/invoices/{issued}/offline-payments', ['amount' => ['amount' => 12300, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => '2026-01-01', 'reference' => '', 'send_receipt' => false]],
            ['POST', '/invoices/{issued}/notes', ['body' => 'Seen']], ['DELETE', '/notes/{note}', null],
        ] as [$method, $path, $body]) {
            yield "{$method} {$path}" => [$method, $path, $body];
        }
    }

    /** @param array<string, mixed>|null $body */
    #[DataProvider('routes')]
    public function test_abuse_06_an_invoice_of_somebody_elses_client_looks_as_if_it_did_not_exist(string $method, string $path, ?array $body): void
    {
        $note = self::json($this->rest('POST', self::ROOT . "/{$this->other->id}/notes", ['body' => 'Mine'], $this->all))['id'];
        $ids = ['{issued}' => $this->other->id, '{draft}' => $this->draft->id, '{note}' => $note];
        $before = $this->counts();
        $refused = $this->rest($method, '/counterfoil/v1' . strtr($path, $ids), $body, $this->limited);
        self::assert_status(404, $refused);
        $missing = $this->rest($method, '/counterfoil/v1' . strtr($path, array_fill_keys(array_keys($ids), (string) self::NOBODY)), $body, $this->limited);

        self::assertSame(self::json($missing), self::json($refused));
        self::assertSame($before, $this->counts());
    }

    public function test_abuse_06_lists_searches_and_sums_leave_others_out(): void
    {
        $list = fn (string $query): array => array_column(self::fits('invoices.list', $this->rest('GET', self::ROOT . "?{$query}", null, $this->limited))['items'], 'id');
        self::assertSame([$this->own->id], $list('per_page=100'));
        self::assertSame([], $list("search={$this->other->number}"));
        self::assertSame([], $list('search=Other'));
        self::assertSame([$this->own->id], $list('search=123.00'));
        self::assertSame([], $list("client_id={$this->other->client_id}"));
        $summary = self::fits('invoices.summary', $this->rest('GET', self::ROOT . '/summary', null, $this->limited));
        self::assertSame([1, 0, [['amount' => 12300, 'currency' => 'EUR']]], [$summary['all']['count'], $summary['draft']['count'], $summary['due']['sums']]);
        $this->clock()->shift(5 * DAY_IN_SECONDS);
        self::assertSame([$this->own->id], array_column(self::json($this->rest('GET', '/counterfoil/v1/overview', null, $this->limited))['attention'], 'id'));
    }

    public function test_abuse_06_nothing_is_billed_to_somebody_elses_client(): void
    {
        $body = $this->body($this->other->client_id);
        $mine = self::fits('invoices.create', $this->rest('POST', self::ROOT, $this->body($this->own->client_id), $this->limited));
        $before = $this->counts();

        self::refused(400, ['/client_id'], $this->rest('POST', self::ROOT, $body, $this->limited));
        self::refused(400, ['/client_id'], $this->rest('POST', self::ROOT . '/preview', $body, $this->limited));
        self::refused(400, ['/client_id'], $this->rest('PUT', self::ROOT . "/{$mine['id']}", $body + ['version' => $mine['version']], $this->limited));
        self::assertSame($before, $this->counts());
    }

    /** @return list<int> */
    private function counts(): array
    {
        return array_map($this->rows_in(...), ['invoices', 'invoice_notes', 'document_forms', 'document_pdfs', 'outbox', 'events']);
    }
}
