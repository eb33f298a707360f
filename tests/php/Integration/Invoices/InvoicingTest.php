<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class InvoicingTest extends IntegrationTestCase
{
    use FitsContract;
    use WritesRows;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_settings_are_read_and_changed(): void
    {
        $shown = self::fits('invoicing.get', $this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff));
        self::assertSame(['INV-', 1, 4, 14], [$shown['prefix'], $shown['next_number'], $shown['minimum_digits'], $shown['due_days']]);
        $changed = ['prefix' => 'FV/', 'number_pattern' => '{number}', 'restart' => 'never', 'next_number' => 120, 'minimum_digits' => 5, 'due_days' => 30, 'footer' => "Thanks\r\n", 'tax_name' => 'VAT', 'tax_rate' => '23', 'tax_mode' => 'inclusive'];
        $answer = self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', $changed, $this->staff));
        self::assertEquals(['footer' => 'Thanks', 'next_numbers' => ['never' => 120, 'yearly' => 1, 'monthly' => 1]] + $changed, $answer);
        self::assertSame('FV/00120', Plugin::instance()->module(InvoicesModule::class)->invoicing()->format()->text(120, '2026-11-26'));
    }

    public function test_the_next_number_only_goes_up(): void
    {
        $shown = $this->shown();
        self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 50] + $shown, $this->staff));
        self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 50, 'due_days' => 7] + $shown, $this->staff));
        $refusal = $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 49, 'due_days' => 99] + $shown, $this->staff);
        self::refused(400, ['/next_number'], $refusal);
        self::assertStringContainsString('50', $refusal->get_data()['message']);
        $after = self::json($this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff));
        self::assertSame([50, 7], [$after['next_number'], $after['due_days']]);
    }

    public function test_no_number_is_given_that_an_invoice_has(): void
    {
        $shown = $this->shown();
        $this->invoice_row(1, ['series_period' => '', 'series_number' => 80, 'number' => 'INV-0080']);
        self::refused(400, ['/next_number'], $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 80] + $shown, $this->staff));
        // The same text by another way: OLD-1 and 00 of "OLD-100".
        $this->invoice_row(1, ['number' => 'OLD-100']);
        self::refused(400, ['/prefix'], $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 100, 'minimum_digits' => 3, 'prefix' => 'OLD-'] + $shown, $this->staff));
        self::assertSame($shown, $this->shown());
        self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['next_number' => 81] + $shown, $this->staff));
    }

    public function test_what_is_wrong_is_named(): void
    {
        $shown = $this->shown();
        foreach ([
            '/prefix' => ['prefix' => "INV\n"], '/number_pattern' => ['number_pattern' => '{day}-{number}'], '/restart' => ['restart' => 'daily'], '/next_number' => ['next_number' => 0], '/minimum_digits' => ['minimum_digits' => 10], '/due_days' => ['due_days' => -1],
            '/tax_rate' => ['tax_rate' => '1,5'], '/tax_mode' => ['tax_mode' => 'none'], '/footer' => ['footer' => str_repeat('x', 1001)],
        ] as $pointer => $wrong) {
            self::refused(400, [$pointer], $this->rest('PUT', '/counterfoil/v1/settings/invoicing', $wrong + $shown, $this->staff));
        }
    }

    public function test_numbers_may_restart_every_month_and_every_year(): void
    {
        $update = fn (array $changes): \WP_REST_Response => $this->rest('PUT', '/counterfoil/v1/settings/invoicing', $changes + $this->shown(), $this->staff);
        $invoices = Plugin::instance()->module(InvoicesModule::class);
        self::fits('invoicing.update', $update(['next_number' => 50]));
        $monthly = ['restart' => 'monthly', 'number_pattern' => '{month}/{year}/{number}', 'prefix' => 'FV/', 'minimum_digits' => 1, 'next_number' => 7];
        $saved = self::fits('invoicing.update', $update($monthly));

        self::assertSame(['never' => 50, 'yearly' => 1, 'monthly' => 7], $saved['next_numbers']);
        self::assertSame('FV/11/2026/7', $invoices->invoicing()->format()->text($invoices->next_number(), '2026-11-05'));
        // Its own series goes on where it stood.
        self::assertSame(50, self::fits('invoicing.update', $update(['restart' => 'never', 'number_pattern' => '{number}', 'next_number' => 50]))['next_number']);
    }

    public function test_a_format_that_would_write_a_number_twice_is_refused(): void
    {
        foreach ([['yearly', '{number}'], ['monthly', '{year}-{number}'], ['never', '{number}{number}'], ['yearly', '{year}{year}{number}']] as [$restart, $pattern]) {
            $refusal = $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['restart' => $restart, 'number_pattern' => $pattern] + $this->shown(), $this->staff);
            self::refused(400, ['/number_pattern'], $refusal);
            self::assertStringContainsString('{number}', $refusal->get_data()['data']['fields']['/number_pattern'] ?? $refusal->get_data()['message']);
        }
    }

    /** @return array<string, mixed> as it can be sent back */
    private function shown(): array
    {
        return array_diff_key(self::json($this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff)), ['next_numbers' => 1]);
    }
}
