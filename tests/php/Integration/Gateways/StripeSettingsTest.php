<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Plugin;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class StripeSettingsTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    private const PATH = '/counterfoil/v1/gateways/stripe/settings';
    private const LIVE_KEY = 'sk' . '_live_AGENCY_secret';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_begins_empty_and_says_where_the_webhook_goes(): void
    {
        $settings = self::fits('gateways.stripe.get', $this->rest('GET', self::PATH, null, $this->staff));

        self::assertSame('test', $settings['mode']);
        self::assertSame('', $settings['test']['secret_key']['last4']);
        self::assertStringContainsString('counterfoil/v1/webhooks/stripe', rawurldecode($settings['webhook_url']));
        self::assertFalse($settings['unreadable']);
        self::assertStringNotContainsString('sk_test', serialize(wp_load_alloptions()), 'A visitor’s page does not read it.');
    }

    public function test_keeps_keys_and_leaves_alone_what_is_left_out(): void
    {
        $this->connect_stripe();
        $settings = self::fits('gateways.stripe.update', $this->rest('PUT', self::PATH, ['mode' => 'test', 'statement_descriptor' => 'INVOICE', 'test' => ['publishable_key' => 'pk_test_AGENCY_another']], $this->staff));
        self::assertSame(['pk_test_AGENCY_another', '1234', '5678', 'INVOICE'], [$settings['test']['publishable_key'], $settings['test']['secret_key']['last4'], $settings['test']['webhook_secret']['last4'], $settings['statement_descriptor']]);

        $settings = self::fits('gateways.stripe.update', $this->rest('PUT', self::PATH, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['webhook_secret' => '']], $this->staff));
        self::assertSame(['1234', ''], [$settings['test']['secret_key']['last4'], $settings['test']['webhook_secret']['last4']]);
        self::assertGreaterThan(0, $this->rows_in('events', "type = 'settings.payments_updated'"));
    }

    public function test_tests_the_connection_and_remembers_the_account(): void
    {
        $this->connect_stripe();
        $answer = self::fits('gateways.stripe.test', $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff));
        self::assertTrue($answer['ok']);
        self::assertSame('acct_AGENCY', $answer['settings']['test']['account']);

        $answer = self::fits('gateways.stripe.test', $this->rest('POST', self::PATH . '/test', ['mode' => 'live'], $this->staff));
        self::assertFalse($answer['ok']);
        $this->gatekeeper->close();
        self::assertFalse(self::fits('gateways.stripe.test', $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff))['ok']);
    }

    public function test_the_webhook_is_made_at_stripe_and_takes_the_place_of_those_before(): void
    {
        $this->connect_stripe();
        $made = self::fits('gateways.stripe.webhook', $this->rest('POST', self::PATH . '/webhook', ['mode' => 'test'], $this->staff));
        self::assertSame([true, 'Webhook created. Stripe now notifies this site about payments.'], [$made['ok'], $made['message']]);
        self::assertNotSame('5678', $made['settings']['test']['webhook_secret']['last4']);
        $this->rest('POST', self::PATH . '/webhook', ['mode' => 'test'], $this->staff);

        $answer = wp_remote_get("{$this->stripe->url}/v1/webhook_endpoints", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $endpoints = json_decode(wp_remote_retrieve_body($answer), true)['data'];
        self::assertSame([$made['settings']['webhook_url']], array_column($endpoints, 'url'));
        foreach (['payment_intent.succeeded', 'refund.failed', 'charge.dispute.created', 'payment_method.automatically_updated', 'mandate.updated'] as $event) {
            self::assertContains($event, $endpoints[0]['enabled_events']);
        }
        // What it signs with is what is kept: a call goes through, and is seen.
        $secret = Plugin::instance()->module(StripeModule::class)->settings()->keys('test')->webhook_secret;
        $body = (string) json_encode(['id' => 'evt_1', 'object' => 'event', 'type' => 'payment_intent.succeeded', 'livemode' => false, 'data' => ['object' => ['id' => 'pi_none']]]);
        $time = $this->plugin()->clock()->now()->getTimestamp();
        self::assertNull($made['settings']['test']['last_event_at']);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", $secret)]));
        self::assertNotNull($this->rest('GET', self::PATH, null, $this->staff)->get_data()['test']['last_event_at']);
    }

    public function test_a_webhook_that_stripe_does_not_make_changes_nothing_and_says_why(): void
    {
        $this->connect_stripe();
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['error' => ['type' => 'invalid_request_error', 'code' => 'url_invalid', 'message' => 'Invalid URL: the host is not reachable.']], 400));
        $made = self::fits('gateways.stripe.webhook', $this->rest('POST', self::PATH . '/webhook', ['mode' => 'test'], $this->staff));

        self::assertFalse($made['ok']);
        self::assertStringContainsString('Stripe’s message: Invalid URL', $made['message']);
        self::assertSame('5678', $made['settings']['test']['webhook_secret']['last4']);
    }

    public function test_going_live_says_which_payments_are_open_and_cancels_them_on_wish(): void
    {
        $this->connect_stripe();
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $settings = Plugin::instance()->settings()->get('stripe');
        Plugin::instance()->settings()->set('stripe', ['live' => ['publishable_key' => 'pk_live_AGENCY_x1'] + $settings['test']] + $settings);
        $live = ['mode' => 'live', 'statement_descriptor' => ''];
        $refused = $this->rest('PUT', self::PATH, $live, $this->staff);

        self::assert_status(409, $refused);
        self::assertStringContainsString("{$invoice->number} (Harbour & Pine)", $refused->get_data()['message']);
        $open = self::fits('gateways.stripe.get', $this->rest('GET', self::PATH, null, $this->staff))['open_payments'];
        self::assertSame([['id' => $payment->id, 'invoice_id' => $invoice->id, 'number' => $invoice->number, 'client' => 'Harbour & Pine', 'amount' => ['amount' => 12300, 'currency' => 'EUR'], 'can_cancel' => true]], $open);

        $cancelled = self::fits('gateways.stripe.cancel-open', $this->rest('POST', self::PATH . '/cancel-open', ['mode' => 'test'], $this->staff));
        self::assertSame([], $cancelled['open_payments']);
        $this->confirm($payment);
        self::assertSame(0, $this->ledger()['charges']);
        self::assertSame('live', self::fits('gateways.stripe.update', $this->rest('PUT', self::PATH, $live, $this->staff))['mode']);
    }

    public function test_whose_keys_they_are_is_kept_in_a_change_of_its_own(): void
    {
        $this->connect_stripe();
        $before = $this->rows_in('events', "type = 'settings.payments_updated'");
        $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff);
        $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff);

        self::assertSame($before + 1, $this->rows_in('events', "type = 'settings.payments_updated'"));
    }

    public function test_a_new_secret_key_has_to_be_tested_anew(): void
    {
        $this->connect_stripe();
        $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff);
        $settings = self::fits('gateways.stripe.update', $this->rest('PUT', self::PATH, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_OTHER_secretsecret']], $this->staff));

        self::assertSame('', $settings['test']['account']);
    }

    public function test_stored_keys_that_cannot_be_read_any_more_are_a_state(): void
    {
        $this->connect_stripe();
        $stored = Plugin::instance()->settings()->get('stripe');
        $stored['test']['secret_key']['sealed'] = '1.00000000.' . base64_encode(str_repeat('x', 60));
        Plugin::instance()->settings()->set('stripe', $stored);

        self::assertTrue(self::fits('gateways.stripe.get', $this->rest('GET', self::PATH, null, $this->staff))['unreadable']);
        self::assertFalse(self::fits('gateways.stripe.test', $this->rest('POST', self::PATH . '/test', ['mode' => 'test'], $this->staff))['ok']);
        $settings = self::fits('gateways.stripe.update', $this->rest('PUT', self::PATH, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => self::SECRET_KEY]], $this->staff));
        self::assertFalse($settings['unreadable']);
    }

    /** @return iterable<string, array{array<string, mixed>, list<string>}> */
    public static function wrong(): iterable
    {
        yield 'secret key in the open field' => [['test' => ['publishable_key' => 'sk_test_AGENCY_secret']], ['/test/publishable_key']];
        yield 'test key in live' => [['live' => ['secret_key' => 'sk_test_AGENCY_secret', 'publishable_key' => 'pk_test_AGENCY_x1']], ['/live/publishable_key', '/live/secret_key']];
        yield 'live key in test' => [['test' => ['secret_key' => self::LIVE_KEY]], ['/test/secret_key']];
        yield 'live key with another address in the place of Stripe' => [['live' => ['secret_key' => self::LIVE_KEY]], ['/live/secret_key']];
        yield 'no webhook secret' => [['test' => ['webhook_secret' => 'secret']], ['/test/webhook_secret']];
        yield 'line break' => [['test' => ['secret_key' => "sk_test_AGENCY\nX-Header: 1"]], ['/test/secret_key']];
        yield 'statement' => [['statement_descriptor' => '<b>'], ['/statement_descriptor']];
        yield 'live mode without keys' => [['mode' => 'live'], ['/live/publishable_key', '/live/secret_key', '/mode']];
        yield 'live mode with half of the keys' => [['mode' => 'live', 'live' => ['publishable_key' => 'pk_live_AGENCY_x1']], ['/live/secret_key', '/mode']];
        yield 'unknown field' => [['test' => ['account' => 'acct_1']], ['/test/account']];
    }

    /**
     * @param array<string, mixed> $body
     * @param list<string> $pointers
     */
    #[DataProvider('wrong')]
    public function test_abuse_36_keys_that_do_not_fit_are_refused(array $body, array $pointers): void
    {
        $this->connect_stripe();
        $before = Plugin::instance()->settings()->get('stripe');

        self::refused(400, $pointers, $this->rest('PUT', self::PATH, $body + ['mode' => 'test', 'statement_descriptor' => ''], $this->staff));

        self::assertSame($before, Plugin::instance()->settings()->get('stripe'));
    }
}
