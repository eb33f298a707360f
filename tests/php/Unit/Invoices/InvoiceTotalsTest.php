<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Invoices;

use Counterfoil\Invoices\Discount;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Invoices\TaxSum;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\CpuTime;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Against sums that were worked out by hand. */
final class InvoiceTotalsTest extends TestCase
{
    /**
     * @param list<array{0: string, 1: int, 2?: string|null, 3?: string|int|null}> $lines quantity, price, rate, discount
     * @param array{int, int, int, int} $expected subtotal, discount, net, total
     * @param list<array{string, int, int}> $taxes rate, base, amount
     */
    #[DataProvider('worked_out')]
    public function test_adds_up(array $lines, string|int|null $discount, TaxMode $mode, array $expected, array $taxes, string $currency = 'EUR'): void
    {
        $totals = InvoiceTotals::of(array_map(self::line(...), $lines), self::discount($discount), $mode, Currency::of($currency));

        self::assertSame($expected, [$totals->subtotal, $totals->discount, $totals->net, $totals->total]);
        self::assertSame($taxes, array_map(static fn (TaxSum $sum): array => [$sum->tax->rate, $sum->base, $sum->amount], $totals->taxes));
        self::assertSame($totals->net + $totals->tax, $totals->total);
    }

    /** @return iterable<string, array<mixed>> */
    public static function worked_out(): iterable
    {
        $out = TaxMode::Exclusive;
        $in = TaxMode::Inclusive;
        yield 'nothing at all' => [[], null, $out, [0, 0, 0, 0], []];
        yield 'one line, no tax' => [[['1', 2500]], null, $out, [2500, 0, 2500, 2500], []];
        yield 'one line, VAT' => [[['1', 10000, '23']], null, $out, [10000, 0, 10000, 12300], [['23', 10000, 2300]]];
        yield 'tax in the price' => [[['1', 12300, '23']], null, $in, [12300, 0, 10000, 12300], [['23', 10000, 2300]]];
        yield 'part of a piece' => [[['6.5', 11000, '19']], null, $out, [71500, 0, 71500, 85085], [['19', 71500, 13585]]];
        // 3 x 0.333 is 0.999: the line is rounded once.
        yield 'a line of fractions' => [[['0.333', 3]], null, $out, [1, 0, 1, 1], []];
        yield 'half a unit goes up' => [[['0.5', 1]], null, $out, [1, 0, 1, 1], []];
        yield 'less than half does not' => [[['0.4999', 1]], null, $out, [0, 0, 0, 0], []];
        // Each line's tax is 0.2 and would be rounded away; on their sum it is 1.
        yield 'rounded on the sum of the lines' => [[['1', 1, '20'], ['1', 1, '20'], ['1', 1, '20'], ['1', 1, '20'], ['1', 1, '20']], null, $out, [5, 0, 5, 6], [['20', 5, 1]]];
        yield 'half a unit of tax goes up' => [[['1', 50, '5']], null, $out, [50, 0, 50, 53], [['5', 50, 3]]];
        yield 'two rates' => [[['1', 86400, '19'], ['5', 2500, '7']], null, $out, [98900, 0, 98900, 116191], [['19', 86400, 16416], ['7', 12500, 875]]];
        yield 'rates written differently are one' => [[['1', 100, '23.00'], ['1', 100, '23']], null, $out, [200, 0, 200, 246], [['23', 200, 46]]];
        yield 'a rate of nothing is still named' => [[['1', 100, '0']], null, $out, [100, 0, 100, 100], [['0', 100, 0]]];
        yield 'a line off by a tenth' => [[['2', 5000, null, '10']], null, $out, [10000, 1000, 9000, 9000], []];
        yield 'a line off by an amount' => [[['2', 5000, '23', 1500]], null, $out, [10000, 1500, 8500, 10455], [['23', 8500, 1955]]];
        yield 'all of it off' => [[['1', 9999, '23']], '100', $out, [9999, 9999, 0, 0], [['23', 0, 0]]];
        yield 'all of a line off' => [[['3', 9999, '23', '100']], null, $in, [29997, 29997, 0, 0], [['23', 0, 0]]];
        // 1000 off 10000 (23 %) and 5000 (8 %): 666.67 and 333.33; the larger remainder gets the unit.
        yield 'a discount over two rates' => [[['1', 10000, '23'], ['1', 5000, '8']], 1000, $out, [15000, 1000, 14000, 16520], [['23', 9333, 2147], ['8', 4667, 373]]];
        yield 'the same, tax in the prices' => [[['1', 10000, '23'], ['1', 5000, '8']], 1000, $in, [15000, 1000, 11909, 14000], [['23', 7588, 1745], ['8', 4321, 346]]];
        yield 'a discount over equal parts goes to the first' => [[['1', 100, '20'], ['1', 100, '10'], ['1', 100]], 100, $out, [300, 100, 200, 220], [['20', 66, 13], ['10', 67, 7]]];
        yield 'half a unit of discount' => [[['1', 333]], '50', $out, [333, 167, 166, 166], []];
        yield 'yen' => [[['3', 333, '10']], null, $out, [999, 0, 999, 1099], [['10', 999, 100]], 'JPY'];
        yield 'dinar' => [[['1.5', 1234567, '5']], null, $out, [1851851, 0, 1851851, 1944444], [['5', 1851851, 92593]], 'KWD'];
        yield 'the largest amount' => [[['1', 1_000_000_000_000]], null, $out, [1_000_000_000_000, 0, 1_000_000_000_000, 1_000_000_000_000], []];
        yield 'the largest quantity' => [[['999999999.9999', 1000]], null, $out, [1_000_000_000_000, 0, 1_000_000_000_000, 1_000_000_000_000], []];
        yield 'the largest with tax in it' => [[['1', 1_000_000_000_000, '19']], null, $in, [1_000_000_000_000, 0, 840_336_134_454, 1_000_000_000_000], [['19', 840_336_134_454, 159_663_865_546]]];
        yield 'rates of four decimals' => [[['1', 100_000, '7.6875']], null, $out, [100_000, 0, 100_000, 107_688], [['7.6875', 100_000, 7688]]];
    }

    public function test_keeps_each_lines_amount_in_order(): void
    {
        $totals = InvoiceTotals::of([self::line(['2', 150]), self::line(['1', 1000, null, '12.5'])], Discount::amount(100), TaxMode::Exclusive, Currency::of('EUR'));

        self::assertSame([300, 875], $totals->amounts);
    }

    /** Law 2: once for each category and rate. The same rate for another reason is another sum. */
    public function test_law_2_the_same_rate_for_another_reason_is_a_sum_of_its_own(): void
    {
        $line = static fn (int $price, ?TaxCategory $category): InvoiceLine => new InvoiceLine(null, 'Work', '1', $price, null, new Tax('VAT', '0', $category));
        $totals = InvoiceTotals::of(
            [$line(100, TaxCategory::ReverseCharge), $line(200, TaxCategory::Export), $line(400, TaxCategory::ReverseCharge), $line(800, null)],
            null,
            TaxMode::Exclusive,
            Currency::of('EUR')
        );

        self::assertSame(
            [['AE', 500], ['G', 200], [null, 800]],
            array_map(static fn (TaxSum $sum): array => [$sum->tax->category?->value, $sum->base], $totals->taxes)
        );
        self::assertEquals($totals->taxes, TaxSum::from_rows(TaxSum::to_rows($totals->taxes)));
    }

    public function test_a_line_may_credit_what_its_tax_has(): void
    {
        $lines = [self::line(['1', 10000, '23']), self::line(['2', -2500, '23']), self::line(['1', 3000, '8'])];
        $totals = InvoiceTotals::of($lines, Discount::percent('10'), TaxMode::Exclusive, Currency::of('EUR'));
        self::assertSame([[10000, -5000, 3000], 8000, 800, 7200], [$totals->amounts, $totals->subtotal, $totals->discount, $totals->net]);
        self::assertSame([[4500, 1035], [2700, 216]], array_map(static fn (TaxSum $sum): array => [$sum->base, $sum->amount], $totals->taxes));

        // All of one tax, and not a cent more: tax is never below zero, though the invoice would not be.
        $all = InvoiceTotals::of([self::line(['1', 10000, '8']), self::line(['1', 500, '23']), self::line(['1', -500, '23'])], null, TaxMode::Inclusive, Currency::of('EUR'));
        self::assertSame([10000, 0], [$all->total, $all->taxes[1]->base]);
    }

    public function test_five_hundred_lines_are_quick(): void
    {
        $lines = array_map(static fn (int $i): InvoiceLine => self::line(['1.25', 9900 + $i, (string) ($i % 24), '3.5']), range(1, 500));
        $totals = null;
        $took = CpuTime::microseconds(static function () use ($lines, &$totals): void {
            $totals = InvoiceTotals::of($lines, Discount::percent('7.25'), TaxMode::Inclusive, Currency::of('PLN'));
        });

        self::assertCount(24, $totals->taxes ?? []);
        self::assertLessThan(150_000, $took, 'microseconds on the processor');
    }

    /** @param array{0: string, 1: int, 2?: string|null, 3?: string|int|null} $line quantity, price, rate, discount */
    public static function line(array $line): InvoiceLine
    {
        $rate = $line[2] ?? null;

        return new InvoiceLine(null, 'Work', $line[0], $line[1], self::discount($line[3] ?? null), Tax::from_wire($rate === null ? null : ['name' => 'VAT', 'rate' => $rate]));
    }

    public static function discount(string|int|null $discount): ?Discount
    {
        return match (true) {
            $discount === null => null,
            is_int($discount) => Discount::amount($discount),
            default => Discount::percent($discount),
        };
    }
}
