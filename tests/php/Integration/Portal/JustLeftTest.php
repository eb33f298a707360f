<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\FakeStripe;
use PHPUnit\Framework\Attributes\DataProvider;

/** Whoever has just paid and comes to any page of ours sees it paid, also where no webhook comes through. */
final class JustLeftTest extends PortalViewTestCase
{
    private FakeStripe $stripe;

    protected function setUp(): void
    {
        parent::setUp();
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin->module(StripeModule::class)->update()->handle('test', ['test' => ['publishable_key' => 'pk_test_AGENCY_publicpublic9999', 'secret_key' => 'sk_test_AGENCY_secretsecret1234']], '', Actor::system());
    }

    /** @return iterable<string, array{string, string}> */
    public static function blocks(): iterable
    {
        yield 'list of invoices' => ['<!-- wp:counterfoil/invoices /-->', 'is-paid'];
        yield 'pay button' => ['<!-- wp:counterfoil/pay-button /-->', 'All invoices are paid.'];
        yield 'both' => ['<!-- wp:counterfoil/invoices /--><!-- wp:counterfoil/pay-button /-->', 'All invoices are paid.'];
    }

    #[DataProvider('blocks')]
    public function test_a_block_on_another_page_knows_of_it(string $content, string $words): void
    {
        $this->pay();
        $asked = count($this->gatekeeper->requests);

        self::assertStringContainsString($words, $this->open($this->page_with($content), [], $this->contact_a)->html);
        self::assertCount($asked + 1, $this->gatekeeper->requests, 'Asked once, however many blocks there are.');
    }

    public function test_a_block_in_a_synced_pattern_knows_of_it_too(): void
    {
        $this->pay();
        $pattern = wp_insert_post(['post_type' => 'wp_block', 'post_status' => 'publish', 'post_content' => '<!-- wp:counterfoil/pay-button /-->']);

        self::assertStringContainsString('All invoices are paid.', $this->open($this->page_with("<!-- wp:block {\"ref\":{$pattern}} /-->"), [], $this->contact_a)->html);
    }

    public function test_somebody_else_asks_nothing(): void
    {
        $this->pay();
        $asked = count($this->gatekeeper->requests);
        $this->open($this->page_with('<!-- wp:counterfoil/invoices /-->'), [], $this->contact_b);

        self::assertCount($asked, $this->gatekeeper->requests);
    }

    private function pay(): void
    {
        $invoice = $this->issued($this->a);
        $payment = $this->plugin->module(PaymentsModule::class)->pay()->handle($invoice->id, $this->a->id, Actor::system())->payment;
        $this->stripe->control('POST', 'pay', ['payment_intent' => (string) $payment->gateway_payment_id, 'card' => '4242424242424242']);
    }
}
