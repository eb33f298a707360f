<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Plugin;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\After;
use ReflectionProperty;
use WP_REST_Response;

/** Paying a bill leaves the method for the next ones, where it is agreed; and what the gateway tells of kept methods later. */
final class KeptByPayingTest extends IntegrationTestCase
{
    use KeepsMethods;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    private function with_bills_that_keep(): void
    {
        add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, AgreesToKeep::class]);
        $this->forget_who_provides();
    }

    #[After]
    protected function forget_who_provides(): void
    {
        (new ReflectionProperty(Plugin::class, 'provided'))->setValue(Plugin::instance(), null);
    }

    protected function tearDown(): void
    {
        remove_all_filters('counterfoil_modules');
        parent::tearDown();
    }

    /** @return list<KeptMethod> */
    private function methods_of(int $client_id): array
    {
        return $this->plugin()->module(MethodsModule::class)->methods()->of_client($client_id, Viewer::system());
    }

    /** The newest event of a type, as the gateway sends it. */
    private function hear(string $type): void
    {
        $answer = wp_remote_get($this->stripe->url . "/v1/events?limit=1&type={$type}", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $event = (string) json_decode(wp_remote_retrieve_body($answer), true)['data'][0]['id'];
        $signed = $this->stripe->control('POST', "events/{$event}/sign", ['secret' => self::WEBHOOK_SECRET]);
        $answered = $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $signed['body'], headers: ['Stripe-Signature' => $signed['signature']]);
        self::assertInstanceOf(WP_REST_Response::class, $answered);
        self::assert_status(200, $answered);
    }

    public function test_a_bill_that_wants_it_keeps_its_method_with_what_was_agreed_to(): void
    {
        $this->with_bills_that_keep();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit,ideal,eps']);
        $client = $this->client();
        $invoice = $this->issued($client);
        $payment = $this->begun($invoice);
        self::assertSame(Consent::VERSION, $payment->consent);
        $intent = json_decode(wp_remote_retrieve_body(wp_remote_get("{$this->stripe->url}/v1/payment_intents/{$payment->gateway_payment_id}", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]])), true);
        self::assertSame(['off_session', ['card', 'sepa_debit']], [$intent['setup_future_usage'], $intent['payment_method_types']], 'What pays only once is not offered.');

        $this->confirm($payment);
        $this->refreshed($payment);
        self::assertContains('payment.keeping_agreed', $this->happened($invoice->id));
        $this->later(60);

        $methods = $this->methods_of($client->id);
        self::assertSame([['Visa 4242', true]], array_map(static fn (KeptMethod $one): array => [$one->label, $one->is_default], $methods));
        $next = $this->plugin()->module(MethodsModule::class)->charge()->handle($this->issued($client)->id, null, 'next');
        self::assertSame(PaymentState::Succeeded, $next->state);
    }

    public function test_other_bills_keep_nothing(): void
    {
        $client = $this->client();
        $this->paid($this->issued($client));
        $this->later(60);
        self::assertSame([], $this->methods_of($client->id));
    }

    public function test_what_the_gateway_tells_of_kept_methods_is_looked_up_there(): void
    {
        $client = $this->client();
        $visa = $this->kept($client);
        $this->stripe->control('POST', "payment_methods/{$visa->gateway_method_id}/change", ['what' => 'renew', 'exp_year' => 2033, 'last4' => '1881', 'quiet' => true]);
        $this->hear('payment_method.automatically_updated');
        self::assertSame(['Visa 1881', 2033], [$this->methods_of($client->id)[0]->label, $this->methods_of($client->id)[0]->expiry_year]);

        $second = $this->kept($client, 'pm_card_mastercard');
        $this->stripe->control('POST', "payment_methods/{$second->gateway_method_id}/change", ['what' => 'remove', 'quiet' => true]);
        $this->hear('payment_method.detached');
        self::assertSame([$visa->id], array_map(static fn (KeptMethod $one): int => $one->id, $this->methods_of($client->id)));

        $customer = $visa->customer;
        wp_remote_request("{$this->stripe->url}/v1/customers/{$customer}", ['method' => 'DELETE', 'headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $this->hear('customer.deleted');
        self::assertSame([], $this->methods_of($client->id));
        self::assertSame(RemovedWhy::CustomerDeleted, $this->plugin()->module(MethodsModule::class)->methods()->get($visa->id, Viewer::system())->removed_why);
        self::assertSame(PaymentState::Intended, $this->begun($this->issued($client))->state, 'The client is made known anew.');
    }

    public function test_a_mandate_that_was_revoked_takes_its_method_out(): void
    {
        $this->with_bills_that_keep();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $client = $this->client();
        $payment = $this->begun($this->issued($client));
        $this->confirm($payment, 'pm_sepa_debit');
        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
        $this->refreshed($payment);
        $this->later(60);
        $method = $this->methods_of($client->id)[0];
        self::assertNotSame(['', ''], [$method->mandate, $method->mandate_reference]);

        $this->stripe->control('POST', "payment_methods/{$method->gateway_method_id}/change", ['what' => 'revoke', 'quiet' => true]);
        $this->hear('mandate.updated');

        self::assertSame(RemovedWhy::MandateRevoked, $this->plugin()->module(MethodsModule::class)->methods()->get($method->id, Viewer::system())->removed_why);
    }
}
