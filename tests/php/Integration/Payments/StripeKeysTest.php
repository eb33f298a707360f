<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** The keys of the agency’s account: changed while money is under way, and never shown. */
final class StripeKeysTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_36_keys_of_another_account_or_mode_do_not_meddle_with_open_payments(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $staff = $this->administrator();
        $path = '/counterfoil/v1/gateways/stripe/settings';

        self::refused(409, [], $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_OTHER_secretsecret']], $staff));
        // The keys of the other mode are asked for first.
        self::refused(400, ['/live/publishable_key', '/live/secret_key', '/mode'], $this->rest('PUT', $path, ['mode' => 'live', 'statement_descriptor' => ''], $staff));
        self::refused(409, [], $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => '']], $staff));
        self::assertSame(self::SECRET_KEY, $this->plugin()->module(StripeModule::class)->settings()->keys('test')->secret_key);
        // Another key of the same account is fine.
        self::fits('gateways.stripe.update', $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_AGENCY_rolledover0000']], $staff));

        $this->confirm($payment);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
        self::fits('gateways.stripe.update', $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_OTHER_secretsecret']], $staff));
        // What the old account took can't be given back by the new one.
        $begun = $this->calls('/v1/refunds');
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1, 'currency' => 'EUR'], 'reason' => ''], $staff));
        self::assertSame($begun, $this->calls('/v1/refunds'));
        self::assertSame(0, $this->rows_in('refunds'));
    }

    public function test_abuse_36_whoever_pays_is_not_told_of_accounts_and_keys(): void
    {
        $client = $this->client();
        $user = $this->payer($client);
        $payment = $this->begun($this->issued($client));
        $this->plugin()->database()->update('payments', ['account' => 'acct_old'], ['id' => $payment->id]);

        $looked = $this->rest('POST', "/counterfoil/v1/portal/payments/{$payment->id}/refresh", [], $user);
        $again = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$payment->invoice_id}/payments", [], $user);

        self::assertSame('processing', self::fits('portal.payment', $looked)['state']);
        self::refused(409, [], $again);
        self::assertDoesNotMatchRegularExpression('/acct_|stripe_|Stripe/', serialize([$looked->get_data()['message'], $again->get_data()]));
        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(1, $this->made('payment_intents'));
    }

    public function test_abuse_58_keys_are_nowhere_to_be_read(): void
    {
        $staff = $this->administrator();
        $answer = self::fits('gateways.stripe.get', $this->rest('GET', '/counterfoil/v1/gateways/stripe/settings', null, $staff));
        self::assertSame('1234', $answer['test']['secret_key']['last4']);
        self::assertSame('5678', $answer['test']['webhook_secret']['last4']);
        $payment = $this->paid($this->issued($this->client()));
        $tested = self::fits('gateways.stripe.test', $this->rest('POST', '/counterfoil/v1/gateways/stripe/settings/test', ['mode' => 'test'], $staff));
        self::assertTrue($tested['ok']);

        $database = $this->plugin()->database();
        $written = serialize([
            $answer,
            $tested,
            Plugin::instance()->settings()->get('stripe'),
            ...array_map(static fn (string $table): array => $database->rows("SELECT * FROM {$database->table($table)}"), ['events', 'payments', 'gateway_events', 'outbox', 'idempotency_keys']),
        ]);
        $secret = IntentSecret::of($this->stripe->url, (string) $payment->gateway_payment_id, self::SECRET_KEY);
        foreach ([self::SECRET_KEY, self::WEBHOOK_SECRET, $secret] as $needle) {
            self::assertStringNotContainsString($needle, $written);
        }
        self::assert_status(403, $this->rest('GET', '/counterfoil/v1/gateways/stripe/settings', null, $this->user('editor')));
    }

    public function test_a_refused_key_is_said_without_being_shown(): void
    {
        $staff = $this->administrator();
        $this->rest('PUT', '/counterfoil/v1/gateways/stripe/settings', ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_AGENCY_expired']], $staff);
        $tested = self::fits('gateways.stripe.test', $this->rest('POST', '/counterfoil/v1/gateways/stripe/settings/test', ['mode' => 'test'], $staff));
        self::assertFalse($tested['ok']);
        self::assertStringNotContainsString('AGENCY_expired', $tested['message']);

        $invoice = $this->issued($this->client());
        try {
            $this->begun($invoice);
            self::fail('The key is refused.');
        } catch (DomainError $error) {
            self::assertSame(503, $error->status);
            self::assertStringNotContainsString('sk_', $error->getMessage());
        }
        self::assertSame(Money::of(12300, 'EUR')->amount, $this->invoice_now($invoice)->due()->amount);
    }
}
