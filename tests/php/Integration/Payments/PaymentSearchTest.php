<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Payments are found by their client, the invoices they paid, and their reference. */
final class PaymentSearchTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    public function test_by_name_number_and_reference_with_and_without_marks(): void
    {
        $staff = $this->administrator();
        $first = $this->issued($this->client('Żółta Łódź', 'jan@lodz.test'));
        $second = $this->issued($this->client('Harbour', 'ada@harbour.test'));
        [$one, $other] = [$this->payment($first, $first->total, ['reference' => 'ch_123']), $this->payment($second, 5000, ['reference' => 'BANK-9'])];
        $found = function (string $search) use ($staff): array {
            $query = '?search=' . rawurlencode($search);
            $items = self::fits('payments.list', $this->rest('GET', "/counterfoil/v1/payments{$query}", null, $staff))['items'];
            self::assertSame(count($items), self::fits('payments.summary', $this->rest('GET', "/counterfoil/v1/payments/summary{$query}", null, $staff))['count']);

            return array_column($items, 'id');
        };

        foreach (['Żółta', 'zolta lodz', (string) $first->number, strtolower((string) $first->number), '0001', '1', 'ch_12'] as $search) {
            self::assertSame([$one], $found($search), $search);
        }
        self::assertSame([$other], $found((string) $second->number));
        self::assertSame([$other], $found('BANK'));
        self::assertEqualsCanonicalizing([$one, $other], $found('INV-'));
        self::assertSame([], $found('nobody'));
        self::assertSame([], $found('0003'));
    }
}
