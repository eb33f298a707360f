<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Brick\Math\BigDecimal;
use Counterfoil\Invoices\CreditNotes\Creditable;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditTotals;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Unit\Invoices\CouponTotalsTest;
use Counterfoil\Tests\Unit\Invoices\InvoiceTotalsTest;
use Random\Engine\Xoshiro256StarStar;
use Random\Randomizer;

/** Random invoices, credited in random parts until nothing is left: the parts are the whole, to the minor unit and per tax. */
final class CreditablePropertiesTest extends IntegrationTestCase
{
    private const RATES = [null, '0', '5', '8', '19', '23', '7.7', '8.875', '100'];
    private const CASES = 600;

    public function test_law_2_the_parts_equal_the_whole(): void
    {
        $random = new Randomizer(new Xoshiro256StarStar(20269));
        $notes = $mixed = $with_coupon = 0;
        for ($case = 0; $case < self::CASES; $case++) {
            [$lines, $discount, $mode, $coupon] = $this->invoice($random);
            $totals = InvoiceTotals::of($lines, $discount, $mode, Currency::of('EUR'), $coupon);
            $with_coupon += (int) ($totals->coupon() > 0);
            $before = [];
            for ($step = 0; ($left = Creditable::of($totals, $mode, $lines, $before)->left()) > 0; $step++) {
                $creditable = Creditable::of($totals, $mode, $lines, $before);
                $note = $this->part($creditable, $random, $lines, $left, $step);
                if ($note === null) {
                    continue;
                }
                self::assertSame($left - $note->total, Creditable::of($totals, $mode, $lines, [...$before, $note])->left(), "Case {$case}");
                foreach ($note->groups as $group) {
                    self::assertGreaterThanOrEqual(0, $group->base, "Case {$case}");
                    self::assertGreaterThanOrEqual(0, $group->amount, "Case {$case}");
                }
                $in_lines = array_sum(array_map(static fn ($line): int => $line->amount, $note->lines));
                self::assertSame($mode === TaxMode::Inclusive ? $note->total : $note->net, $in_lines, "Case {$case}");
                $before[] = CreditTotals::from_json($note->lines_to_json(), $note->groups_to_json());
            }
            $this->assert_whole($totals, $before, "Case {$case}");
            $notes += count($before);
            $mixed += (int) (count($before) > 3);
        }
        self::assertGreaterThan(self::CASES * 2, $notes);
        self::assertGreaterThan(100, $mixed);
        self::assertGreaterThan(100, $with_coupon);
    }

    /** The rest is what a line at a time comes to, and each tax is that of its base. */
    public function test_whole_at_once_is_the_invoice(): void
    {
        $random = new Randomizer(new Xoshiro256StarStar(20270));
        for ($case = 0; $case < self::CASES; $case++) {
            [$lines, $discount, $mode, $coupon] = $this->invoice($random);
            $totals = InvoiceTotals::of($lines, $discount, $mode, Currency::of('EUR'), $coupon);
            if ($totals->total === 0) {
                continue;
            }
            $note = Creditable::of($totals, $mode, $lines, [])->credit(CreditExtent::rest());
            $this->assert_whole($totals, [$note], "Case {$case}");
            self::assertCount(count($lines), $note->lines);
        }
    }

    public function test_by_line_with_tax_beside_the_prices(): void
    {
        // 3 × 0.33 at 23%: tax 0.2277, 0.23 of the whole. A third at a time: 0.08, 0.07, 0.08.
        $lines = [InvoiceTotalsTest::line(['3', 33, '23', null])];
        $totals = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'));
        $taxes = [];
        $before = [];
        for ($i = 0; $i < 3; $i++) {
            $before[] = $note = Creditable::of($totals, TaxMode::Exclusive, $lines, $before)->credit(CreditExtent::lines([0 => '1']));
            $taxes[] = $note->tax;
            self::assertSame(33, $note->net);
        }
        self::assertSame([23, [8, 7, 8]], [$totals->tax, $taxes]);
        self::assertSame('0', Creditable::of($totals, TaxMode::Exclusive, $lines, $before)->quantity_left(0));
    }

    public function test_a_line_that_credits_something_is_credited_with_those_it_reduces(): void
    {
        $lines = [InvoiceTotalsTest::line(['1', 10000, '23', null]), InvoiceTotalsTest::line(['1', -4000, '23', null]), InvoiceTotalsTest::line(['1', 5000, '8', null])];
        $totals = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'));
        $creditable = Creditable::of($totals, TaxMode::Exclusive, $lines, []);
        self::assertSame(7380, $creditable->credit(CreditExtent::lines([0 => '1', 1 => '1']))->total);
        // More than the lines of this tax come to, and less than nothing of it, also beside lines of another tax.
        foreach ([[[0 => '1'], 'credit_too_large'], [[1 => '1'], 'credit_below_zero'], [[1 => '1', 2 => '1'], 'credit_below_zero']] as [$quantities, $reason]) {
            try {
                $creditable->credit(CreditExtent::lines($quantities));
                self::fail('It was credited.');
            } catch (DomainError $error) {
                self::assertSame([$reason, ['/extent/lines']], [$error->reason, array_keys($error->fields)]);
            }
        }
    }

    public function test_never_more_than_the_invoice(): void
    {
        $lines = [InvoiceTotalsTest::line(['2', 5000, '23', null])];
        $creditable = Creditable::of(InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR')), TaxMode::Exclusive, $lines, []);
        foreach ([CreditExtent::amount(12301), CreditExtent::lines([0 => '2.0001']), CreditExtent::lines([7 => '1']), CreditExtent::amount(0)] as $extent) {
            try {
                $creditable->credit($extent);
                self::fail('It was credited.');
            } catch (DomainError $error) {
                self::assertSame(400, $error->status);
            }
        }
        self::assertSame(12300, $creditable->credit(CreditExtent::amount(12300))->total);
    }

    /** @param list<InvoiceLine> $lines */
    private function part(Creditable $creditable, Randomizer $random, array $lines, int $left, int $step): ?CreditTotals
    {
        try {
            return match ($step > 12 ? 3 : $random->getInt(0, 2)) {
                0 => $creditable->credit(CreditExtent::amount($random->getInt(1, $left))),
                3 => $creditable->credit(CreditExtent::rest()),
                default => $this->by_lines($creditable, $random, $lines),
            };
        } catch (DomainError) {
            // A line of nothing, or more of it than amounts have left.
            return null;
        }
    }

    /** @param list<InvoiceLine> $lines */
    private function by_lines(Creditable $creditable, Randomizer $random, array $lines): ?CreditTotals
    {
        $quantities = [];
        foreach (array_keys($lines) as $position) {
            $left = $creditable->quantity_left($position);
            if ($left !== '0' && $random->getInt(0, 1) === 1) {
                $part = BigDecimal::of($left)->multipliedBy($random->getInt(1, 4))->dividedBy(4, 4, \Brick\Math\RoundingMode::DOWN);
                if ($part->isPositive()) {
                    $quantities[$position] = (string) $part;
                }
            }
        }

        return $quantities === [] ? null : $creditable->credit(CreditExtent::lines($quantities));
    }

    /** @param list<CreditTotals> $notes */
    private function assert_whole(InvoiceTotals $totals, array $notes, string $case): void
    {
        $sum = static fn (callable $of): int => array_sum(array_map($of, $notes));
        self::assertSame([$totals->net, $totals->tax, $totals->total], [$sum(static fn ($n) => $n->net), $sum(static fn ($n) => $n->tax), $sum(static fn ($n) => $n->total)], $case);
        $by_tax = [];
        foreach ($notes as $note) {
            foreach ($note->groups as $group) {
                $by_tax[$group->key()] = [($by_tax[$group->key()][0] ?? 0) + $group->base, ($by_tax[$group->key()][1] ?? 0) + $group->amount];
            }
        }
        foreach ($totals->taxes as $tax) {
            self::assertSame([$tax->base, $tax->amount], $by_tax[$tax->tax->key()] ?? [0, 0], "{$case}: {$tax->tax->key()}");
        }
    }

    public function test_what_a_coupon_took_off_a_line_is_not_credited_with_it(): void
    {
        // Half off the first line only: crediting it gives back 50.00 + 23%, crediting the other all of it.
        $lines = [new InvoiceLine(7, 'Care', '1', 10000, null, InvoiceTotalsTest::line(['1', 1, '23', null])->tax), InvoiceTotalsTest::line(['1', 10000, '23', null])];
        $totals = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'), CouponTotalsTest::percent('50', [CouponTotalsTest::plan(7)]));
        $creditable = Creditable::of($totals, TaxMode::Exclusive, $lines, []);
        self::assertSame([6150, 12300], [$creditable->credit(CreditExtent::lines([0 => '1']))->total, $creditable->credit(CreditExtent::lines([1 => '1']))->total]);
    }

    /** @return array{list<InvoiceLine>, \Counterfoil\Invoices\Discount|null, TaxMode, \Counterfoil\Invoices\AppliedCoupon|null} */
    private function invoice(Randomizer $random): array
    {
        $lines = [];
        $sum = 0;
        for ($i = $random->getInt(1, 6); $i > 0; $i--) {
            $price = $random->getInt(0, 10 ** $random->getInt(1, 6));
            $quantity = $random->getInt(0, 2) === 0 ? $random->getInt(0, 40) . '.' . $random->getInt(1, 9999) : (string) $random->getInt(1, 60);
            $lines[] = $line = InvoiceTotalsTest::line([$quantity, $price, self::RATES[$random->getInt(0, count(self::RATES) - 1)], $random->getInt(0, 3) === 0 ? $random->getInt(0, 99) . '.5' : null]);
            $sum += $amount = InvoiceTotals::of([$line], null, TaxMode::Exclusive, Currency::of('EUR'))->amounts[0];
            if ($amount > 0 && $random->getInt(0, 3) === 0) {
                // A line that credits something, up to all that the line before it asks for.
                $lines[] = new InvoiceLine(null, 'Goodwill', '1', -($credit = $random->getInt(1, $amount)), null, $line->tax);
                $sum -= $credit;
            }
        }

        $coupon = [null, CouponTotalsTest::percent((string) $random->getInt(1, 100)), CouponTotalsTest::amount($random->getInt(1, max(1, $sum)))][$random->getInt(0, 2)];
        $left = $sum - InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'), $coupon)->coupon();

        return [$lines, InvoiceTotalsTest::discount([null, $random->getInt(0, 100) . '', $random->getInt(0, $left)][$random->getInt(0, 2)]), $random->getInt(0, 1) === 0 ? TaxMode::Exclusive : TaxMode::Inclusive, $coupon];
    }
}
