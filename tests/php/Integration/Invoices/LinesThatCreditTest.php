<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Unit\Invoices\InvoiceTotalsTest;

/** What lines that credit something may not do, in words. */
final class LinesThatCreditTest extends IntegrationTestCase
{
    public function test_a_line_that_credits_too_much_is_named_with_the_sum(): void
    {
        foreach (['23' => 'VAT 23%', '' => 'without a tax'] as $rate => $words) {
            try {
                InvoiceTotals::of([InvoiceTotalsTest::line(['1', 10000, '8']), InvoiceTotalsTest::line(['1', 500, (string) $rate ?: null]), InvoiceTotalsTest::line(['1', -501, (string) $rate ?: null])], null, TaxMode::Inclusive, Currency::of('EUR'));
                self::fail('It was added up.');
            } catch (DomainError $error) {
                self::assertSame(['below_zero', ['/lines/2/unit_price']], [$error->reason, array_keys($error->fields)]);
                self::assertStringContainsString('Line 3 ', $error->getMessage());
                self::assertStringContainsString($words, $error->getMessage());
                self::assertStringContainsString('−€0.01', $error->getMessage());
            }
        }
    }

    public function test_a_line_that_credits_has_no_discount(): void
    {
        $this->expectExceptionObject(DomainError::invalid('A line that credits an amount can’t have a discount. Remove the discount and enter what you credit as the price.', '/lines/1/discount'));
        InvoiceTotals::of([InvoiceTotalsTest::line(['1', 10000]), InvoiceTotalsTest::line(['1', -500, null, '10'])], null, TaxMode::Exclusive, Currency::of('EUR'));
    }
}
