<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

final class InvoicingTest extends IntegrationTestCase
{
    use FitsContract;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_settings_are_read_and_changed(): void
    {
        $shown = self::fits('invoicing.get', $this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff));
        self::assertSame([14, null, 'exclusive'], [$shown['due_days'], $shown['tax'], $shown['tax_mode']]);
        $changed = ['due_days' => 30, 'tax_mode' => 'inclusive'];
        $answer = self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', $changed, $this->staff));
        self::assertEquals(['bill_as' => 'invoice', 'tax' => null] + $changed, $answer);
    }

    public function test_what_is_wrong_is_named(): void
    {
        $shown = $this->shown();
        foreach ([
            '/due_days' => ['due_days' => -1],
            '/tax_mode' => ['tax_mode' => 'none'],
        ] as $pointer => $wrong) {
            self::refused(400, [$pointer], $this->rest('PUT', '/counterfoil/v1/settings/invoicing', $wrong + $shown, $this->staff));
        }
    }

    /** @return array<string, mixed> as it can be sent back */
    private function shown(): array
    {
        return array_diff_key(self::json($this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff)), ['tax' => true]);
    }
}
