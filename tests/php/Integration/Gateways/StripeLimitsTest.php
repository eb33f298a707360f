<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Gateways\Stripe\StripeAmounts;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadyToBill;
use PHPUnit\Framework\Attributes\DataProvider;

/** What Stripe takes of each currency, and that nothing else is offered. */
final class StripeLimitsTest extends IntegrationTestCase
{
    use ReadyToBill;

    /** @return iterable<string, array{int, string, string}> minor units, currency, why it is refused */
    public static function amounts(): iterable
    {
        yield 'IDR 1,500,000.00 has nine digits, of twelve' => [150_000_000, 'IDR', ''];
        yield 'IDR 9,999,999,999.99, the most there is' => [999_999_999_999, 'IDR', ''];
        yield 'IDR 10,000,000,000.00' => [1_000_000_000_000, 'IDR', 'amount_too_large'];
        yield 'EUR 0.49' => [49, 'EUR', 'amount_too_small'];
        yield 'EUR 0.50' => [50, 'EUR', ''];
        yield 'EUR 999,999.99' => [99_999_999, 'EUR', ''];
        yield 'EUR 1,000,000.00' => [100_000_000, 'EUR', 'amount_too_large'];
        yield 'HUF 174.99' => [17_499, 'HUF', 'amount_too_small'];
        yield 'HUF 175.01: two decimals may be charged' => [17_501, 'HUF', ''];
        yield 'HUF 1,000,000.00' => [100_000_000, 'HUF', 'amount_too_large'];
        yield 'TWD 12.34' => [1_234, 'TWD', ''];
        yield 'JPY 1' => [1, 'JPY', 'amount_too_small'];
        yield 'JPY 50' => [50, 'JPY', ''];
        yield 'JPY 99,999,999' => [99_999_999, 'JPY', ''];
        yield 'KWD 1.001' => [1_001, 'KWD', 'amount_too_fine'];
        yield 'KWD 1.010' => [1_010, 'KWD', ''];
        yield 'KWD 99,999.990' => [99_999_990, 'KWD', ''];
        yield 'UGX 999,999 is 99999900 on the wire' => [999_999, 'UGX', ''];
        yield 'UGX 1,000,000 is 100000000 on the wire' => [1_000_000, 'UGX', 'amount_too_large'];
        yield 'ISK 1,000,000' => [1_000_000, 'ISK', 'amount_too_large'];
        yield 'a currency without a minimum of its own' => [1, 'ALL', ''];
    }

    #[DataProvider('amounts')]
    public function test_is_refused_and_offered_alike(int $amount, string $currency, string $refusal): void
    {
        $money = Money::of($amount, $currency);
        $reason = '';
        try {
            StripeAmounts::limits($money->currency)->check($money);
        } catch (DomainError $error) {
            $reason = $error->reason;
            self::assertSame(409, $error->status);
        }
        self::assertSame($refusal, $reason);

        $this->enter_stripe_keys();
        self::assertSame($refusal === '', Plugin::instance()->provided(OnlinePayment::class)->is_offered($money));
    }

    public function test_without_keys_nothing_is_offered(): void
    {
        self::assertFalse(Plugin::instance()->provided(OnlinePayment::class)->is_offered(Money::of(5000, 'EUR')));
        $this->assert_no_request();
    }

    /** @return iterable<string, array{int, string, int}> */
    public static function wire(): iterable
    {
        yield 'EUR' => [1234, 'EUR', 1234];
        yield 'HUF' => [17_501, 'HUF', 17_501];
        yield 'TWD' => [1_234, 'TWD', 1_234];
        yield 'UGX' => [5, 'UGX', 500];
        yield 'IDR' => [150_000_000, 'IDR', 150_000_000];
        yield 'KWD' => [1_010, 'KWD', 1_010];
    }

    #[DataProvider('wire')]
    public function test_goes_to_the_wire_and_back(int $amount, string $currency, int $wire): void
    {
        self::assertSame($wire, StripeAmounts::to_wire(Money::of($amount, $currency)));
        self::assertSame($amount, StripeAmounts::from_wire($wire, strtolower($currency)));
    }
}
