<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Reminders;

use Counterfoil\Reminders\LateFees\LateFeeKind;
use Counterfoil\Reminders\LateFees\LateFeeTerms;
use Counterfoil\Shared\Money\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** How much is asked for, and from when on. */
final class LateFeeTermsTest extends TestCase
{
    private const DUE = '2026-12-10';

    /** @return iterable<string, array{int, string, string, int}> base, currency, percent, fee */
    public static function fees(): iterable
    {
        yield 'exact' => [50_000, 'EUR', '2', 1_000];
        yield 'half a cent is rounded up' => [12_345, 'EUR', '1', 123];
        yield 'exactly half' => [150, 'EUR', '1', 2];
        yield 'just below half' => [149, 'EUR', '1', 1];
        yield 'four decimals of a percent' => [1_000_000, 'EUR', '0.0001', 1];
        yield 'no float could hold it' => [999_999_999_999, 'EUR', '1.1', 11_000_000_000];
        yield 'a currency without decimals' => [12_345, 'JPY', '1.5', 185];
        yield 'of three decimals' => [100_005, 'KWD', '10', 10_001];
    }

    #[DataProvider('fees')]
    public function test_a_percentage_is_rounded_once_half_up(int $base, string $currency, string $percent, int $expected): void
    {
        $fee = (new LateFeeTerms(true, LateFeeKind::Once, $percent, [], 0))->fee(Money::of($base, $currency), self::DUE, '2026-12-11', []);

        self::assertSame($expected, $fee?->total()->amount);
        self::assertSame($currency, $fee->total()->currency->code);
    }

    /** @return iterable<string, array{string, int, string, list<int>, array{list<int>, int, string, string}|null}> due, grace, today, billed; periods, amount, from, to */
    public static function months(): iterable
    {
        yield 'not on the due date' => [self::DUE, 0, '2026-12-10', [], null];
        yield 'from the next day on' => [self::DUE, 0, '2026-12-11', [], [[1], 1_000, '2026-12-11', '2027-01-10']];
        yield 'not on the last day of grace' => [self::DUE, 14, '2026-12-24', [], null];
        yield 'after the days of grace, from the due date' => [self::DUE, 14, '2026-12-25', [], [[1], 1_000, '2026-12-11', '2027-01-10']];
        yield 'the last day of a month' => [self::DUE, 0, '2027-01-10', [], [[1], 1_000, '2026-12-11', '2027-01-10']];
        yield 'the first day of the second' => [self::DUE, 0, '2027-01-11', [], [[1, 2], 2_000, '2026-12-11', '2027-02-10']];
        yield 'the first was asked for' => [self::DUE, 0, '2027-01-11', [1], [[2], 1_000, '2027-01-11', '2027-02-10']];
        yield 'all were' => [self::DUE, 0, '2027-01-11', [1, 2], null];
        yield 'one in between is free again' => [self::DUE, 0, '2027-02-11', [1, 3], [[2], 1_000, '2027-01-11', '2027-02-10']];
        yield 'ends of months keep their day' => ['2026-12-31', 0, '2027-03-31', [], [[1, 2, 3], 3_000, '2027-01-01', '2027-03-31']];
        yield 'and the day after' => ['2026-12-31', 0, '2027-04-01', [1, 2, 3], [[4], 1_000, '2027-04-01', '2027-04-30']];
    }

    /**
     * @param list<int> $billed
     * @param array{list<int>, int, string, string}|null $expected
     */
    #[DataProvider('months')]
    public function test_a_month_counts_once_it_has_begun_and_never_twice(string $due, int $grace, string $today, array $billed, ?array $expected): void
    {
        $fee = (new LateFeeTerms(true, LateFeeKind::Monthly, '2', [], $grace))->fee(Money::of(50_000, 'EUR'), $due, $today, $billed);

        self::assertSame($expected, $fee === null ? null : [$fee->periods, $fee->total()->amount, $fee->from, $fee->to]);
    }

    public function test_a_fixed_amount_is_of_the_invoices_currency_and_asked_for_once(): void
    {
        $terms = new LateFeeTerms(true, LateFeeKind::Fixed, '1', [Money::of(4_000, 'EUR'), Money::of(17_000, 'PLN')], 0);

        self::assertSame(17_000, $terms->fee(Money::of(100, 'PLN'), self::DUE, '2027-06-01', [])?->total()->amount);
        self::assertNull($terms->fee(Money::of(100, 'USD'), self::DUE, '2027-06-01', []));
        self::assertNull($terms->fee(Money::of(100, 'PLN'), self::DUE, '2027-06-01', [1]));
    }

    public function test_nothing_is_asked_for_while_they_are_off_or_nothing_is_due_or_it_would_be_nothing(): void
    {
        self::assertNull((new LateFeeTerms())->fee(Money::of(50_000, 'EUR'), self::DUE, '2027-06-01', []));
        self::assertNull((new LateFeeTerms(true, grace_days: 0))->fee(Money::of(0, 'EUR'), self::DUE, '2027-06-01', []));
        self::assertNull((new LateFeeTerms(true, grace_days: 0))->fee(Money::of(49, 'EUR'), self::DUE, '2027-06-01', []));
    }
}
