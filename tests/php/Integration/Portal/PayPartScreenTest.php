<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\FakeStripe;

/** A part of a bill: the amount is asked for with its limits, then paid like all bills. */
final class PayPartScreenTest extends PortalViewTestCase
{
    private FakeStripe $stripe;
    private Invoice $invoice;

    protected function setUp(): void
    {
        parent::setUp();
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin->module(StripeModule::class)->update()->handle('test', ['test' => ['publishable_key' => 'pk_test_AGENCY_publicpublic9999', 'secret_key' => 'sk_test_AGENCY_secretsecret1234']], '', Actor::system());
        $this->invoice = $this->issued($this->a);
    }

    public function test_no_part_is_offered_unless_it_is_allowed(): void
    {
        self::assertStringNotContainsString('view=pay-part', $this->portal($this->contact_a, ['view' => 'pay', 'id' => $this->invoice->id])->html);
        self::assertStringContainsString('can only be paid in full', $this->part()->text());
        $this->allow();
        self::assertStringContainsString('Pay a part', $this->portal($this->contact_a, ['view' => 'pay', 'id' => $this->invoice->id])->text());
        self::assertSame(404, $this->portal($this->contact_b, ['view' => 'pay-part', 'id' => $this->invoice->id, 'amount' => '50'])->status);
    }

    public function test_the_field_says_its_limits_and_what_is_wrong(): void
    {
        $this->allow();
        self::assertStringContainsString('From €20.00 to €100.00. The rest stays due.', $this->part()->text());
        foreach (['19.99', '100.01', '0', '50.001', '1.2.3'] as $typed) {
            $page = $this->part($typed);
            self::assertStringContainsString('Enter an amount from €20.00 to €100.00.', $page->text(), $typed);
            self::assertStringContainsString('aria-invalid="true"', $page->html);
            self::assertStringContainsString("value=\"{$typed}\"", $page->html);
        }
    }

    public function test_a_part_is_paid_and_its_page_says_so(): void
    {
        $this->allow();
        $page = $this->part('40,50');
        self::assertStringContainsString('data-phase="start"', $page->html);
        self::assertStringContainsString('Pay €40.50', $page->text());
        self::assertStringContainsString('4050', $page->html);

        $payment = $this->plugin->module(PaymentsModule::class)->pay()->chosen(Wanted::one($this->invoice->id, Money::of(4050, 'EUR')), $this->a->id, Actor::system())->payment;
        $this->stripe->control('POST', 'pay', ['payment_intent' => (string) $payment->gateway_payment_id, 'card' => '4242424242424242']);
        self::assertStringContainsString('data-phase="succeeded"', $this->part('40,50')->html);
        self::assertStringContainsString('Partially paid', $this->portal($this->contact_a, ['view' => 'invoices'])->text());
        self::assertStringContainsString('Pay €59.50', $this->portal($this->contact_a, ['view' => 'pay', 'id' => $this->invoice->id])->text());
    }

    private function allow(): void
    {
        $this->plugin->module(PartsModule::class)->settings()->save(true, 20, [], Actor::system());
    }

    private function part(string $typed = ''): Opened
    {
        return $this->portal($this->contact_a, ['view' => 'pay-part', 'id' => $this->invoice->id] + ($typed === '' ? [] : ['amount' => $typed]));
    }
}
