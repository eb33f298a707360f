<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Invoices;

use Brick\Math\BigRational;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use PHPUnit\Framework\TestCase;
use Random\Engine\Xoshiro256StarStar;
use Random\Randomizer;

/** What holds for any invoice, on thousands of random ones; the same ones each run. */
final class InvoiceTotalsPropertiesTest extends TestCase
{
    private const RATES = [null, '0', '5', '7', '8', '19', '23', '7.7', '8.875', '100'];
    private const CASES = 1500;

    /** Law 2: rounding once per rate on the sum of its lines. */
    public function test_law_2_prices_without_tax_add_up_exactly(): void
    {
        foreach ($this->invoices(20261) as [$lines, $discount]) {
            $totals = InvoiceTotals::of($lines, $discount, TaxMode::Exclusive, Currency::of('EUR'));
            $sum = array_sum($totals->amounts);
            self::assertSame($totals->subtotal - $totals->discount, $totals->net);
            self::assertSame($totals->net + $totals->tax, $totals->total);
            $bases = array_sum(array_map(static fn ($tax): int => $tax->base, $totals->taxes));
            self::assertLessThanOrEqual($totals->net, $bases);
            foreach ($totals->taxes as $tax) {
                $this->assert_is_nearest(BigRational::of($tax->base)->multipliedBy(BigRational::of($tax->tax->rate))->dividedBy(100), $tax->amount);
                $this->assert_fair_share($lines, $totals, $tax->tax->key(), $tax->base, $sum);
            }
        }
    }

    /** Law 2: prices with the tax in them add back to exactly what was typed. */
    public function test_law_2_prices_with_tax_add_back_to_what_was_typed(): void
    {
        foreach ($this->invoices(20262) as [$lines, $discount]) {
            $totals = InvoiceTotals::of($lines, $discount, TaxMode::Inclusive, Currency::of('EUR'));
            $sum = array_sum($totals->amounts);
            self::assertSame($totals->subtotal - $totals->discount, $totals->total);
            self::assertSame($totals->net + $totals->tax, $totals->total);
            if ($discount === null) {
                self::assertSame($sum, $totals->total);
            }
            foreach ($totals->taxes as $tax) {
                $gross = $tax->base + $tax->amount;
                $rate = BigRational::of($tax->tax->rate);
                $this->assert_is_nearest(BigRational::of($gross)->multipliedBy($rate)->dividedBy($rate->plus(100)), $tax->amount);
                $this->assert_fair_share($lines, $totals, $tax->tax->key(), $gross, $sum);
            }
        }
    }

    /** The order of the lines changes nothing that is asked for, as long as there is no tie over a unit. */
    public function test_without_a_whole_discount_the_order_of_lines_does_not_matter(): void
    {
        foreach ($this->invoices(20263) as [$lines]) {
            $one = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'));
            $other = InvoiceTotals::of(array_reverse($lines), null, TaxMode::Exclusive, Currency::of('EUR'));
            self::assertSame([$one->subtotal, $one->net, $one->tax, $one->total], [$other->subtotal, $other->net, $other->tax, $other->total]);
        }
    }

    /** @return iterable<array{list<InvoiceLine>, \Counterfoil\Invoices\Discount|null}> */
    private function invoices(int $seed): iterable
    {
        $random = new Randomizer(new Xoshiro256StarStar($seed));
        for ($case = 0; $case < self::CASES; $case++) {
            $lines = [];
            $sum = 0;
            for ($i = $random->getInt(1, 12); $i > 0; $i--) {
                $price = $random->getInt(0, 10 ** $random->getInt(1, 7));
                $quantity = $random->getInt(0, 2) === 0 ? $random->getInt(0, 40) . '.' . $random->getInt(1, 9999) : (string) $random->getInt(1, 60);
                $rate = self::RATES[$random->getInt(0, count(self::RATES) - 1)];
                $discount = [null, null, $random->getInt(0, 100) . '.' . $random->getInt(0, 9), $random->getInt(0, intdiv($price, 100))][$random->getInt(0, 3)];
                $discount = is_string($discount) && (float) $discount > 100 ? '100' : $discount;
                $discount = is_int($discount) && (float) $quantity < 1 ? null : $discount;
                $lines[] = $line = InvoiceTotalsTest::line([$quantity, $price, $rate, $discount]);
                $sum += $amount = InvoiceTotals::of([$line], null, TaxMode::Exclusive, Currency::of('EUR'))->amounts[0];
                if ($amount > 0 && $random->getInt(0, 4) === 0) {
                    // Never more than the line it follows, so that no tax is below zero.
                    $lines[] = InvoiceTotalsTest::line(['1', -($credit = $random->getInt(1, $amount)), $rate]);
                    $sum -= $credit;
                }
            }
            yield [$lines, InvoiceTotalsTest::discount([null, $random->getInt(0, 100) . '', $random->getInt(0, min($sum, Money::MAX))][$random->getInt(0, 2)])];
        }
    }

    /** Half away from zero: never further than half a unit, and at exactly half the larger one. */
    private function assert_is_nearest(BigRational $exact, int $rounded): void
    {
        $difference = BigRational::of($rounded)->minus($exact);
        self::assertTrue($difference->isLessThanOrEqualTo(BigRational::of('1/2')) && $difference->isGreaterThan(BigRational::of('-1/2')), "{$exact} became {$rounded}");
    }

    /**
     * What the whole discount took from one tax' lines is less than a unit off its share.
     *
     * @param list<InvoiceLine> $lines
     */
    private function assert_fair_share(array $lines, InvoiceTotals $totals, string $key, int $left, int $sum): void
    {
        $group = 0;
        $before = 0;
        foreach ($lines as $i => $line) {
            $group += $line->tax?->key() === $key ? $totals->amounts[$i] : 0;
            $before += $totals->amounts[$i];
        }
        $whole = $before - ($totals->subtotal - $totals->discount);
        if ($sum === 0) {
            self::assertSame(0, $left);

            return;
        }
        $exact = BigRational::of($whole)->multipliedBy($group)->dividedBy($sum);
        self::assertTrue(BigRational::of($group - $left)->minus($exact)->abs()->isLessThan(1));
    }
}
