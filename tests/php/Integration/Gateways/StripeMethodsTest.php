<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Payments\Mandates\ShowsMandates;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Which ways of paying the agency's account has, and what is chosen of them. */
final class StripeMethodsTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    private const PATH = '/counterfoil/v1/gateways/stripe/settings/methods';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_lists_what_the_account_has_and_offers_what_is_chosen(): void
    {
        self::assertStringContainsString('Enter your Stripe keys', self::fits('gateways.stripe.methods', $this->rest('GET', self::PATH, user: $this->staff))['problem']);
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit,blik,p24']);
        $methods = array_column(self::fits('gateways.stripe.methods', $this->rest('GET', self::PATH, user: $this->staff))['methods'], null, 'type');
        self::assertSame([true, true, false], [$methods['card']['is_available'], $methods['sepa_debit']['is_available'], $methods['ideal']['is_available']]);
        self::assertSame(['SEPA Direct Debit', ['EUR'], ['Payments are confirmed within 14 business days.', 'The client’s bank can return a payment for 8 weeks.', 'Can be saved and charged again automatically.']], [$methods['sepa_debit']['name'], $methods['sepa_debit']['currencies'], $methods['sepa_debit']['means']]);
        self::assertSame(['Payments are confirmed immediately.', 'Payments can’t be returned by the client’s bank.', 'The client confirms each payment.'], $methods['blik']['means']);

        $chosen = self::fits('gateways.stripe.choose-methods', $this->rest('PUT', self::PATH, ['off' => ['sepa_debit', 'card', 'unheard_of'], 'announces_debits' => true], $this->staff));
        $chosen = array_column($chosen['methods'], null, 'type');
        self::assertSame([true, false, true], [$chosen['card']['is_offered'], $chosen['sepa_debit']['is_offered'], $chosen['p24']['is_offered']]);
        // The keys' form leaves the choice alone.
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/gateways/stripe/settings', ['mode' => 'test', 'statement_descriptor' => ''], $this->staff));
        $payment = $this->begun($this->issued($this->client()));
        $intent = json_decode(wp_remote_retrieve_body(wp_remote_get("{$this->stripe->url}/v1/payment_intents/{$payment->gateway_payment_id}", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]])), true);
        self::assertSame(['card', 'p24'], $intent['payment_method_types']);

        $this->gatekeeper->close();
        self::assertStringContainsString('couldn’t reach Stripe', self::fits('gateways.stripe.methods', $this->rest('GET', self::PATH, user: $this->staff))['problem']);
    }

    public function test_clients_hear_of_debits_from_us_unless_that_is_left_to_stripe(): void
    {
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $payment = $this->begun($this->issued($this->client()));
        $this->confirm($payment, 'pm_sepa_debit');
        $gateway = $this->plugin()->module(PaymentsModule::class)->registry()->of($payment);
        self::assertInstanceOf(ShowsMandates::class, $gateway);
        self::assertNotNull($gateway->mandate_of((string) $payment->gateway_payment_id));

        $chosen = self::fits('gateways.stripe.choose-methods', $this->rest('PUT', self::PATH, ['off' => [], 'announces_debits' => false], $this->staff));
        self::assertFalse($chosen['announces_debits']);
        self::assertNull($gateway->mandate_of((string) $payment->gateway_payment_id));
        // The keys' form leaves the choice alone.
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/gateways/stripe/settings', ['mode' => 'test', 'statement_descriptor' => ''], $this->staff));
        self::assertFalse(self::fits('gateways.stripe.methods', $this->rest('GET', self::PATH, user: $this->staff))['announces_debits']);
        $this->refreshed($payment);
        $this->later(60);
        self::assertSame(0, $this->rows_in('outbox', "message = 'debit'"));
    }
}
