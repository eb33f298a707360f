<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Gateways\Stripe\DeclineCodes;
use Counterfoil\Gateways\Stripe\IntentReader;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Stripe's words in ours. */
final class StripeWordsTest extends IntegrationTestCase
{
    public function test_names_the_method(): void
    {
        $with = static fn (array $details): string => IntentReader::payment(['status' => 'succeeded', 'latest_charge' => ['id' => 'ch_1', 'payment_method_details' => $details]])->method;

        self::assertSame('Visa 4242', $with(['type' => 'card', 'card' => ['brand' => 'visa', 'last4' => '4242']]));
        self::assertSame('American Express 0005', $with(['type' => 'card', 'card' => ['brand' => 'amex', 'last4' => '0005']]));
        self::assertSame('SEPA 3000', $with(['type' => 'sepa_debit', 'sepa_debit' => ['last4' => '3000']]));
        self::assertSame('BLIK', $with(['type' => 'blik', 'blik' => []]));
        self::assertSame('', IntentReader::payment(['status' => 'succeeded', 'latest_charge' => 'ch_1'])->method);
    }

    public function test_says_why_a_card_was_declined_and_never_that_it_was_stolen(): void
    {
        self::assertSame(FailureReason::InsufficientFunds, DeclineCodes::reason(['code' => 'card_declined', 'decline_code' => 'insufficient_funds']));
        self::assertSame(FailureReason::ExpiredCard, DeclineCodes::reason(['code' => 'expired_card']));
        self::assertSame(FailureReason::NotAuthenticated, DeclineCodes::reason(['code' => 'payment_intent_authentication_failure']));
        foreach (['stolen_card', 'lost_card', 'fraudulent', 'merchant_blacklist', 'pickup_card'] as $code) {
            $reason = DeclineCodes::reason(['code' => 'card_declined', 'decline_code' => $code]);
            self::assertSame([FailureReason::Declined->words(), false], [$reason->words(), $reason->may_pass()]);
        }
        self::assertSame(FailureReason::Declined, DeclineCodes::reason(['code' => 'card_declined', 'decline_code' => 'a_new_one']));
        foreach (FailureReason::cases() as $reason) {
            self::assertMatchesRegularExpression('/^[A-Z].+\.$/u', $reason->words());
        }
    }
}
