<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Invoices;

use Counterfoil\Coupons\Coupon;
use Counterfoil\Coupons\CouponDuration;
use Counterfoil\Coupons\CouponLimits;
use Counterfoil\Coupons\CouponTerms;
use Counterfoil\Invoices\AppliedCoupon;
use Counterfoil\Invoices\Discount;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Invoices\TaxSum;
use Counterfoil\Products\Plan;
use Counterfoil\Products\PlanType;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use Random\Engine\Xoshiro256StarStar;
use Random\Randomizer;

/** What a coupon takes off, worked out by hand, and what holds of any. */
final class CouponTotalsTest extends TestCase
{
    public function test_a_percentage_of_all_lines_is_spread_over_the_taxes(): void
    {
        // 10% of 99.99 + 131.25 + 24.98 = 25.62; 23% has 231.24, 8% has 24.98: 23.12 and 2.50.
        $lines = [self::line(9999, '23'), self::line(13125, '23'), self::line(2498, '8')];
        self::assertSame([[2312, 250], 2562, [[20812, 4787], [2248, 180]], 28027], self::summed($lines, self::percent('10')));
    }

    public function test_with_the_tax_in_the_prices_it_is_taken_off_with_the_tax(): void
    {
        $lines = [self::line(12300, '23'), self::line(10800, '8')];
        self::assertSame([[1230, 1080], 2310, [[9000, 2070], [9000, 720]], 20790], self::summed($lines, self::percent('10'), TaxMode::Inclusive));
    }

    public function test_an_amount_is_never_more_than_what_it_is_for(): void
    {
        self::assertSame([[500], 500, [[9500, 2185]], 11685], self::summed([self::line(10000, '23')], self::amount(500)));
        self::assertSame([[300], 300, [[0, 0]], 0], self::summed([self::line(300, '23')], self::amount(500)));
    }

    public function test_for_chosen_plans_only_their_lines_are_cheaper(): void
    {
        $lines = [self::line(10000, '23', 7), self::line(5000, '23'), self::line(4000, '8', 8)];
        $totals = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'), self::percent('50', [self::plan(7)]));
        self::assertSame([[5000, 0, 0], [10000, 2300], [4000, 320]], [$totals->coupon_shares, [$totals->taxes[0]->base, $totals->taxes[0]->amount], [$totals->taxes[1]->base, $totals->taxes[1]->amount]]);
        self::assertSame([5000, 14000], [$totals->discount, $totals->net]);
    }

    public function test_it_comes_after_the_discounts_of_lines_and_before_that_of_the_whole(): void
    {
        $line = new InvoiceLine(null, 'Work', '1', 10000, Discount::percent('20'), Tax::from_wire(['name' => 'VAT', 'rate' => '23']));
        $totals = InvoiceTotals::of([$line], Discount::percent('50'), TaxMode::Exclusive, Currency::of('EUR'), self::percent('10'));
        self::assertSame([8000, 800, 3600, 6400], [$totals->amounts[0], $totals->coupon(), $totals->net, $totals->discount]);
    }

    public function test_a_line_that_credits_something_lowers_what_it_is_for(): void
    {
        self::assertSame([[1000, -400], 600, [[5400, 1242]], 6642], self::summed([self::line(10000, '23'), self::line(-4000, '23')], self::percent('10')));
        // For a plan only, beside a credit that leaves less than it takes off: as much as there is.
        $totals = InvoiceTotals::of([self::line(10000, '23', 7), self::line(-9500, '23')], null, TaxMode::Exclusive, Currency::of('EUR'), self::percent('10', [self::plan(7)]));
        self::assertSame([[500, 0], 0, 0], [$totals->coupon_shares, $totals->net, $totals->total]);
    }

    public function test_it_says_on_which_bills_of_a_subscription_it_counts(): void
    {
        $counts = static fn (CouponTerms $terms): array => array_map($terms->is_for_cycle(...), [1, 2, 3, 4]);
        self::assertSame([true, false, false, false], $counts(new CouponTerms('10', [])));
        self::assertSame([true, true, true, false], $counts(new CouponTerms('10', [], CouponDuration::Cycles, 3)));
        self::assertSame([true, true, true, true], $counts(new CouponTerms('10', [], CouponDuration::Forever)));
    }

    /** Law 2, with any coupon: shares of lines add up to what is off, no tax is below zero, and tax is that of its base. */
    public function test_law_2_holds_with_any_coupon(): void
    {
        $random = new Randomizer(new Xoshiro256StarStar(20271));
        for ($case = 0; $case < 1500; $case++) {
            $lines = [];
            for ($i = $random->getInt(1, 8); $i > 0; $i--) {
                $price = $random->getInt(0, 10 ** $random->getInt(1, 6));
                $rate = ['0', '5', '8', '23', '8.875'][$random->getInt(0, 4)];
                $lines[] = self::line($price, $rate, [null, 7, 8][$random->getInt(0, 2)]);
                if ($random->getInt(0, 3) === 0) {
                    $lines[] = self::line(-$random->getInt(0, $price), $rate, [null, 7][$random->getInt(0, 1)]);
                }
            }
            $plans = [null, [self::plan(7)], [self::plan(7), self::plan(8)]][$random->getInt(0, 2)];
            $coupon = $random->getInt(0, 1) === 0 ? self::percent((string) $random->getInt(1, 100), $plans) : self::amount($random->getInt(1, 200000), $plans);
            $mode = [TaxMode::Exclusive, TaxMode::Inclusive][$random->getInt(0, 1)];
            $without = InvoiceTotals::of($lines, null, $mode, Currency::of('EUR'));
            $totals = InvoiceTotals::of($lines, null, $mode, Currency::of('EUR'), $coupon);
            $entered = static fn (InvoiceTotals $of): int => $mode === TaxMode::Inclusive ? $of->total : $of->net;
            self::assertSame($entered($without) - $totals->coupon(), $entered($totals), "Case {$case}");
            self::assertSame($totals->net + $totals->tax, $totals->total);
            foreach ($totals->taxes as $tax) {
                self::assertGreaterThanOrEqual(0, $tax->base, "Case {$case}");
                self::assertGreaterThanOrEqual(0, $tax->amount, "Case {$case}");
                $asked = 0;
                foreach ($lines as $i => $line) {
                    $asked += $line->tax?->key() === $tax->tax->key() ? $totals->asked()[$i] : 0;
                }
                self::assertSame($asked, $mode === TaxMode::Inclusive ? $tax->base + $tax->amount : $tax->base, "Case {$case}");
            }
            foreach ($lines as $i => $line) {
                self::assertTrue($plans === null || $line->plan_id !== null && ($line->plan_id === 7 || count($plans) === 2) || $totals->coupon_shares[$i] === 0);
            }
        }
    }

    /**
     * @param list<Plan>|null $plans that it is for; null for everything
     */
    public static function percent(string $percent, ?array $plans = null): AppliedCoupon
    {
        return self::applied(new CouponTerms($percent, [], plan_ids: array_map(static fn (Plan $plan): int => $plan->id, $plans ?? [])), $plans ?? []);
    }

    /** @param list<Plan>|null $plans that it is for; null for everything */
    public static function amount(int $amount, ?array $plans = null): AppliedCoupon
    {
        return self::applied(new CouponTerms(null, ['EUR' => $amount], plan_ids: array_map(static fn (Plan $plan): int => $plan->id, $plans ?? [])), $plans ?? []);
    }

    /** @param list<Plan> $plans */
    private static function applied(CouponTerms $terms, array $plans): AppliedCoupon
    {
        return AppliedCoupon::of(new Coupon(3, 'SPRING', 'Spring offer', $terms, new CouponLimits(), 0, null, new DateTimeImmutable()), Currency::of('EUR'), $plans);
    }

    public static function plan(int $id): Plan
    {
        return new Plan($id, 1, 'Care', Money::of(100, 'EUR'), PlanType::OneTime, null, null, new DateTimeImmutable());
    }

    private static function line(int $price, string $rate, ?int $plan_id = null): InvoiceLine
    {
        return new InvoiceLine($plan_id, 'Work', '1', $price, null, Tax::from_wire(['name' => 'VAT', 'rate' => $rate]));
    }

    /**
     * @param list<InvoiceLine> $lines
     * @return array<mixed> shares, what is off, base and amount of each tax, total
     */
    private static function summed(array $lines, AppliedCoupon $coupon, TaxMode $mode = TaxMode::Exclusive): array
    {
        $totals = InvoiceTotals::of($lines, null, $mode, Currency::of('EUR'), $coupon);
        $by_tax = [];
        foreach ($lines as $i => $line) {
            $key = $line->tax?->key() ?? '';
            $by_tax[$key] = ($by_tax[$key] ?? 0) + $totals->coupon_shares[$i];
        }

        return [count($by_tax) > 1 ? array_values($by_tax) : $totals->coupon_shares, $totals->coupon(), array_map(static fn (TaxSum $sum): array => [$sum->base, $sum->amount], $totals->taxes), $totals->total];
    }
}
