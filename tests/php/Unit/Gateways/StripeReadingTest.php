<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Gateways;

use Counterfoil\Gateways\Stripe\ElementsLocale;
use Counterfoil\Gateways\Stripe\IntentReader;
use Counterfoil\Gateways\Stripe\StripeAmounts;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Money\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class StripeReadingTest extends TestCase
{
    /** @return iterable<array{int, string, int}> */
    public static function amounts(): iterable
    {
        yield [1234, 'EUR', 1234];
        yield [500, 'JPY', 500];
        yield [12340, 'KWD', 12340];
        yield [5, 'ISK', 500];
        yield [5, 'UGX', 500];
    }

    #[DataProvider('amounts')]
    public function test_amounts_go_to_the_wire_and_back(int $amount, string $currency, int $wire): void
    {
        self::assertSame($wire, StripeAmounts::to_wire(Money::of($amount, $currency)));
        self::assertSame($amount, StripeAmounts::from_wire($wire, strtolower($currency)));
    }

    /** @return iterable<array{string, bool, PaymentState}> */
    public static function states(): iterable
    {
        yield ['requires_payment_method', false, PaymentState::Intended];
        yield ['requires_payment_method', true, PaymentState::Failed];
        yield ['requires_confirmation', false, PaymentState::Intended];
        yield ['requires_action', false, PaymentState::RequiresAction];
        yield ['processing', false, PaymentState::Processing];
        yield ['requires_capture', false, PaymentState::Processing];
        yield ['succeeded', false, PaymentState::Succeeded];
        yield ['canceled', false, PaymentState::Cancelled];
        yield ['something_new', false, PaymentState::Intended];
    }

    #[DataProvider('states')]
    public function test_reads_every_state_of_an_intent(string $status, bool $failed, PaymentState $expected): void
    {
        $read = IntentReader::payment(['id' => 'pi_1', 'status' => $status, 'last_payment_error' => $failed ? ['code' => 'card_declined'] : null]);

        self::assertSame($expected, $read->state);
        self::assertSame('test', $read->mode, 'Live is only what says so.');
    }

    /** @return iterable<string, array{string, array{int, int, bool}}> */
    public static function methods(): iterable
    {
        yield 'card' => ['card', [0, 0, true]];
        yield 'SEPA debit' => ['sepa_debit', [14, 8, true]];
        yield 'BLIK' => ['blik', [0, 0, false]];
        yield 'one that came later' => ['something_new', [0, 0, false]];
    }

    /** @param array{int, int, bool} $expected days, weeks in which it may be returned, may be charged again */
    #[DataProvider('methods')]
    public function test_says_what_a_method_does(string $type, array $expected): void
    {
        $traits = IntentReader::payment(['id' => 'pi_1', 'status' => 'processing', 'latest_charge' => ['id' => 'ch_1', 'payment_method_details' => ['type' => $type]]])->traits;

        self::assertSame($expected, [$traits?->settles_in_days, $traits?->returns_for_weeks, $traits?->can_be_charged_again]);
        self::assertNull(IntentReader::payment(['id' => 'pi_1', 'status' => 'requires_payment_method'])->traits, 'None is chosen yet.');
    }

    public function test_an_answer_of_nonsense_is_nothing_of_ours(): void
    {
        foreach ([[], ['metadata' => null], ['metadata' => 'x', 'latest_charge' => 5], ['last_payment_error' => 'x']] as $nonsense) {
            $read = IntentReader::payment($nonsense);
            self::assertSame(['', 0, 0], [$read->token, $read->payment_id, $read->received]);
        }
        self::assertSame(RefundState::Pending, IntentReader::refund([])->state);
    }

    public function test_stripes_form_speaks_the_readers_language(): void
    {
        self::assertSame('pl', ElementsLocale::of('pl_PL'));
        self::assertSame('en', ElementsLocale::of('en_US'));
        self::assertSame('en-GB', ElementsLocale::of('en_GB'));
        self::assertSame('pt-BR', ElementsLocale::of('pt_BR'));
        self::assertSame('nb', ElementsLocale::of('nn_NO'));
        self::assertSame('auto', ElementsLocale::of('uk'));
    }

    /** @return iterable<string, array{string, string, FailureReason}> */
    public static function failures(): iterable
    {
        yield 'a card without money' => ['card', 'insufficient_funds', FailureReason::InsufficientFunds];
        yield 'an account without money' => ['sepa_debit', 'insufficient_funds', FailureReason::AccountFunds];
        yield 'an account that is closed' => ['us_bank_account', 'account_closed', FailureReason::AccountClosed];
        yield 'a debit nobody allowed' => ['bacs_debit', 'debit_not_authorized', FailureReason::DebitNotAuthorized];
        yield 'a debit, and no reason' => ['sepa_debit', 'generic_decline', FailureReason::DebitFailed];
    }

    /** Of a debit it speaks of the account, and of no card. */
    #[DataProvider('failures')]
    public function test_says_why_by_what_it_was_paid_with(string $type, string $code, FailureReason $expected): void
    {
        self::assertSame($expected, IntentReader::payment([
            'id' => 'pi_1',
            'status' => 'requires_payment_method',
            'last_payment_error' => ['code' => 'card_declined', 'decline_code' => $code],
            'latest_charge' => ['id' => 'ch_1', 'payment_method_details' => ['type' => $type]],
        ])->failure);
    }
}
