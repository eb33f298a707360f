<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use InvalidArgumentException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MoneyTest extends TestCase
{
    public function test_amounts_of_one_currency_are_added_and_compared(): void
    {
        $one = Money::of(1, 'EUR');
        self::assertTrue(Money::of(10_000, 'EUR')->equals(Money::of(9_999, 'EUR')->plus($one)));
        self::assertSame(-1, $one->minus(Money::of(2, 'EUR'))->amount);
        self::assertTrue($one->minus(Money::of(2, 'EUR'))->at_least_zero()->is_zero());
        self::assertTrue($one->is_more_than(Money::zero(Currency::of('EUR'))));
        self::assertFalse($one->is_more_than($one));
        self::assertFalse($one->equals(Money::of(1, 'USD')));
        self::assertSame(['amount' => 1, 'currency' => 'EUR'], $one->to_wire());
        self::assertTrue($one->equals(Money::from_wire($one->to_wire())));
    }

    /** @return iterable<string, array{\Closure(Money, Money): mixed}> */
    public static function mixing(): iterable
    {
        yield 'plus' => [static fn (Money $a, Money $b): Money => $a->plus($b)];
        yield 'minus' => [static fn (Money $a, Money $b): Money => $a->minus($b)];
        yield 'more than' => [static fn (Money $a, Money $b): bool => $a->is_more_than($b)];
    }

    /** @param \Closure(Money, Money): mixed $mix */
    #[DataProvider('mixing')]
    public function test_two_currencies_are_never_mixed(\Closure $mix): void
    {
        $this->expectException(InvalidArgumentException::class);
        $mix(Money::of(1, 'EUR'), Money::of(1, 'USD'));
    }

    public function test_the_minor_unit_is_the_currencys(): void
    {
        foreach (['EUR' => 2, 'USD' => 2, 'PLN' => 2, 'JPY' => 0, 'KRW' => 0, 'ISK' => 0, 'UGX' => 0, 'HUF' => 2, 'TWD' => 2, 'KWD' => 3, 'BHD' => 3] as $code => $decimals) {
            self::assertSame($decimals, Currency::of($code)->decimals, $code);
        }
        $codes = Currency::codes();
        self::assertSame($codes, array_values(array_unique($codes)));
        self::assertSame([], preg_grep('/^[A-Z]{3}$/', $codes, PREG_GREP_INVERT));
        $sorted = $codes;
        sort($sorted);
        self::assertSame($sorted, $codes);
    }

    /** @return iterable<array{int, string, string, string}> amount, currency, locale, what people read */
    public static function formatted(): iterable
    {
        yield [117_691, 'EUR', 'en_US', '€1,176.91'];
        yield [117_691, 'PLN', 'pl_PL', "1176,91\u{A0}zł"];
        yield [1_234_567, 'PLN', 'pl_PL', "12\u{A0}345,67\u{A0}zł"];
        yield [2500, 'JPY', 'en_US', '¥2,500'];
        yield [2500, 'KWD', 'en_US', "KWD\u{A0}2.500"];
        yield [1, 'KWD', 'pl_PL', "0,001\u{A0}KWD"];
        yield [5, 'EUR', 'de_DE', "0,05\u{A0}€"];
        yield [-100, 'USD', 'en_US', '−$1.00'];
        yield [0, 'ISK', 'en_US', "ISK\u{A0}0"];
        yield [Money::MAX, 'EUR', 'en_US', '€10,000,000,000.00'];
        yield [Money::MAX - 1, 'EUR', 'en_US', '€9,999,999,999.99'];
        yield [2 * Money::MAX + 1, 'LBP', 'en_US', "LBP\u{A0}20,000,000,000.01"];
        yield [Money::MAX_SUM, 'EUR', 'en_US', '€90,071,992,547,409.91'];
        yield [-Money::MAX_SUM, 'KWD', 'en_US', "−KWD\u{A0}9,007,199,254,740.991"];
        yield [Money::MAX_SUM, 'JPY', 'en_US', '¥9,007,199,254,740,991'];
        yield [Money::MAX - 1, 'KWD', 'en_US', "KWD\u{A0}999,999,999.999"];
        yield [50, 'HUF', 'en_US', "HUF\u{A0}0.50"];
    }

    #[DataProvider('formatted')]
    public function test_people_read_all_decimals_of_a_currency(int $amount, string $currency, string $locale, string $text): void
    {
        // CLDR has changed its kinds of blanks before; people don't see which.
        $plain = static fn (string $value): string => (string) preg_replace('/[\p{Z}]/u', "\u{A0}", $value);
        self::assertSame($plain($text), $plain((new MoneyFormat($locale))->money(Money::of($amount, $currency))));
    }

    public function test_decimals_are_written_as_people_write_them(): void
    {
        foreach (['1.5' => '1,5', '1.50' => '1,5', '2' => '2', '0.0001' => '0,0001', '23.0000' => '23', '999999999.9999' => "999\u{A0}999\u{A0}999,9999", '10' => '10', '100' => '100'] as $decimal => $text) {
            self::assertSame($text, (new MoneyFormat('pl_PL'))->decimal((string) $decimal));
        }
    }
}
