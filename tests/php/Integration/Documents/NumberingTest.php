<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\SeriesExport;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;
use WP_REST_Response;

/** How each kind of document is numbered. */
final class NumberingTest extends IntegrationTestCase
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

    public function test_each_kind_has_a_prefix_a_format_and_a_next_number_of_its_own(): void
    {
        $before = self::fits('numbering.get', $this->rest('GET', '/counterfoil/v1/settings/numbering', null, $this->staff));
        self::assertSame(array_column(DocumentKind::cases(), 'value'), array_column($before['series'], 'kind'));
        self::assertSame(['INV-', 'PF-', 'CN-'], array_slice(array_column($before['series'], 'prefix'), 0, 3));
        $after = self::fits('numbering.update', $this->update('credit_note', ['prefix' => 'KOR/', 'number_pattern' => '{number}/{year}', 'restart' => 'yearly', 'minimum_digits' => 2, 'next_number' => 7]));

        self::assertSame('KOR/07/2026', $this->numbering('credit_note', '2026-11-26'));
        self::assertSame(['never' => 1, 'yearly' => 7, 'monthly' => 1], array_column($after['series'], null, 'kind')['credit_note']['next_numbers']);
        self::assertSame('INV-0001', $this->numbering('invoice', '2026-11-26'), 'The other kinds stay as they are.');
    }

    public function test_the_next_number_only_goes_up(): void
    {
        self::fits('numbering.update', $this->update('invoice', ['next_number' => 50]));
        self::fits('numbering.update', $this->update('invoice', ['next_number' => 50, 'minimum_digits' => 5]));
        $refusal = $this->update('invoice', ['next_number' => 49, 'minimum_digits' => 6]);
        self::refused(400, ['/series/0/next_number'], $refusal);
        self::assertStringContainsString('50', $refusal->get_data()['message']);
        self::assertSame('INV-00050', $this->numbering('invoice', '2026-11-26'));
    }

    public function test_no_number_is_given_that_a_document_has(): void
    {
        $this->invoice_row(1, ['series_period' => '', 'series_number' => 80, 'number' => 'INV-0080']);
        self::refused(400, ['/series/0/next_number'], $this->update('invoice', ['next_number' => 80]));
        // The same text by another way: OLD-1 and 00 of "OLD-100".
        $this->invoice_row(1, ['number' => 'OLD-100']);
        self::refused(400, ['/series/0/prefix'], $this->update('invoice', ['next_number' => 100, 'minimum_digits' => 3, 'prefix' => 'OLD-']));
        self::fits('numbering.update', $this->update('invoice', ['next_number' => 81]));
    }

    public function test_what_is_wrong_is_named(): void
    {
        foreach (['prefix' => "INV\n", 'number_pattern' => '{day}-{number}', 'restart' => 'daily', 'next_number' => 0, 'minimum_digits' => 10] as $field => $wrong) {
            self::refused(400, ["/series/0/{$field}"], $this->update('invoice', [$field => $wrong]));
        }
    }

    public function test_a_format_that_would_write_a_number_twice_is_refused(): void
    {
        foreach ([['yearly', '{number}'], ['monthly', '{year}-{number}'], ['never', '{number}{number}'], ['yearly', '{year}{year}{number}']] as [$restart, $pattern]) {
            $refusal = $this->update('credit_note', ['restart' => $restart, 'number_pattern' => $pattern]);
            self::refused(400, ['/series/0/number_pattern'], $refusal);
            self::assertStringContainsString('{number}', $refusal->get_data()['data']['fields']['/series/0/number_pattern'] ?? $refusal->get_data()['message']);
        }
    }

    public function test_two_kinds_are_never_numbered_alike(): void
    {
        $refusal = $this->update('credit_note', ['prefix' => 'inv-']);
        self::refused(400, ['/series/0/prefix'], $refusal);
        self::assertStringContainsString('Invoices', $refusal->get_data()['message']);
        self::fits('numbering.update', $this->update('credit_note', ['prefix' => 'INV-', 'number_pattern' => 'C{number}']));
    }

    public function test_numbers_may_restart_every_month(): void
    {
        self::fits('numbering.update', $this->update('invoice', ['next_number' => 50]));
        $saved = self::fits('numbering.update', $this->update('invoice', ['restart' => 'monthly', 'number_pattern' => '{month}/{year}/{number}', 'prefix' => 'FV/', 'minimum_digits' => 1, 'next_number' => 7]));

        self::assertSame(['never' => 50, 'yearly' => 1, 'monthly' => 7], $saved['series'][0]['next_numbers']);
        self::assertSame('FV/11/2026/7', $this->numbering('invoice', '2026-11-05'));
        // Its own series goes on where it stood.
        self::assertSame(50, self::fits('numbering.update', $this->update('invoice', ['restart' => 'never', 'number_pattern' => '{number}', 'next_number' => 50]))['series'][0]['next_number']);
    }

    public function test_the_report_shows_what_is_missing_what_was_left_out_and_what_is_void(): void
    {
        self::fits('numbering.update', $this->update('invoice', ['next_number' => 3]));
        $this->leave_books_unequal();
        foreach ([3 => 'issued', 4 => 'void', 7 => 'issued'] as $number => $status) {
            $this->invoice_row(1, ['series_period' => '', 'series_number' => $number, 'number' => "INV-000{$number}", 'status' => $status]);
        }
        $this->plugin()->database()->update('number_series', ['next_number' => 8], ['kind' => 'invoice', 'period' => '']);
        $report = self::fits('numbering.report', $this->rest('GET', '/counterfoil/v1/settings/numbering/report', null, $this->staff));

        self::assertSame([
            'kind' => 'invoice', 'period' => '', 'first' => 'INV-0003', 'last' => 'INV-0007', 'count' => 3, 'voided' => 1,
            'missing' => [['first' => 5, 'last' => 6]], 'skipped' => [['first' => 1, 'last' => 2]],
        ], $report['series'][0]);
        $csv = implode('', iterator_to_array((new SeriesExport($this->plugin()->module(DocumentsModule::class)->series_check()))->handle('2026-11-26')->parts(), false));
        self::assertStringContainsString('Invoices,,INV-0003,INV-0007,3,1,5–6,1–2', str_replace('"', '', $csv));
    }

    /** @param array<string, mixed> $changes */
    private function update(string $kind, array $changes): WP_REST_Response
    {
        $shown = array_column(self::json($this->rest('GET', '/counterfoil/v1/settings/numbering', null, $this->staff))['series'], null, 'kind')[$kind];

        return $this->rest('PUT', '/counterfoil/v1/settings/numbering', ['series' => [$changes + array_diff_key($shown, ['next_numbers' => 1])]], $this->staff);
    }

    private function numbering(string $kind, string $day): string
    {
        $numbering = $this->plugin()->module(DocumentsModule::class)->numbering();
        $kind = DocumentKind::from($kind);

        return $numbering->format($kind)->text($numbering->next_number($kind), $day);
    }
}
