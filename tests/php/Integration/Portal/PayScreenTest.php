<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FakeStripe;

/** The pay page says how things are now, whenever and after whatever it is opened. */
final class PayScreenTest extends PortalViewTestCase
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

    private function begun(?Invoice $invoice = null): Payment
    {
        return $this->plugin->module(PaymentsModule::class)->pay()->handle(($invoice ?? $this->invoice)->id, $this->a->id, Actor::system())->payment;
    }

    private function confirm(Payment $payment, string $card = '4242424242424242'): void
    {
        $this->stripe->control('POST', 'pay', ['payment_intent' => (string) $payment->gateway_payment_id, 'card' => $card]);
    }

    private function pay_page(?Invoice $invoice = null): Opened
    {
        return $this->portal($this->contact_a, ['view' => 'pay', 'id' => ($invoice ?? $this->invoice)->id]);
    }

    public function test_after_paying_heading_sum_method_and_the_next_bill_are_those_of_now(): void
    {
        $next = $this->issued($this->a);
        $this->confirm($this->begun());
        $page = $this->pay_page();
        $text = $page->text();

        self::assertStringContainsString('data-phase="succeeded"', $page->html);
        self::assertStringNotContainsString('Pay invoice', $text);
        foreach (["Invoice {$this->invoice->number}", 'Paid to ', '€100.00', 'Paid on', 'Payment method', 'Visa ending in 4242', 'Download receipt', "Next: invoice {$next->number}", 'Pay €100.00', '(1 unpaid)'] as $part) {
            self::assertStringContainsString($part, $text);
        }
        self::assertStringNotContainsString('Due date ', $text);
    }

    public function test_the_last_bill_paid_offers_no_other(): void
    {
        $this->confirm($this->begun());
        $text = $this->pay_page()->text();

        self::assertStringNotContainsString('Next: invoice', $text);
        self::assertStringNotContainsString('unpaid)', $text);
    }

    public function test_on_its_way_no_screen_offers_to_pay_it_again(): void
    {
        $this->confirm($payment = $this->begun(), 'pm_card_processing');
        $this->plugin->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system());
        $block = $this->page_with('<!-- wp:counterfoil/pay-button /--><!-- wp:counterfoil/invoices /-->');
        foreach ([$this->portal($this->contact_a), $this->portal($this->contact_a, ['view' => 'invoices']), $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $this->invoice->id]), $this->open($block, [], $this->contact_a)] as $page) {
            self::assertDoesNotMatchRegularExpression('/view=pay\b(?!ment-methods)/', $page->html);
            self::assertStringContainsString('rocessing', $page->text());
        }
        self::assertStringContainsString('data-phase="processing"', $this->pay_page()->html);

        // Another one that is due comes first then.
        $other = $this->issued($this->a);
        self::assertStringContainsString("view=pay&#038;id={$other->id}", $this->portal($this->contact_a)->html);
    }

    public function test_a_reload_while_the_bank_asks_is_no_error(): void
    {
        $this->confirm($this->begun(), '4000002760003184');
        $page = $this->pay_page();

        self::assertMatchesRegularExpression('#<p class="cf-error"[^>]* hidden></p>#', $page->html);
        self::assertMatchesRegularExpression('#<p class="cf-notice"[^>]*"!context\.notice">Your bank hasn’t confirmed your last attempt\.#', $page->html);
    }

    public function test_voided_while_paying_it_says_so_and_offers_nothing(): void
    {
        $payment = $this->begun();
        $this->plugin->module(IssuingModule::class)->void()->handle($this->invoice->id, Actor::system());
        $page = $this->pay_page();

        self::assertStringContainsString('data-phase="closed"', $page->html);
        self::assertStringContainsString('This invoice is void. There is nothing to pay. You weren’t charged.', $page->text());
        self::assertStringNotContainsString('Due date', $page->text());
        self::assertNull($this->plugin->module(PayPagesModule::class)->portal_resource()->to_wire($this->plugin->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system()))['gateway']);
    }

    public function test_a_gateway_that_is_silent_leaves_a_page_that_says_it_is_being_checked(): void
    {
        $this->begun();
        $this->plugin->silences()->begin('stripe');

        self::assertStringContainsString('Checking your payment', $this->pay_page()->text());
    }

    public function test_the_list_has_headings_due_dates_and_a_way_to_pay_each(): void
    {
        $second = $this->issued($this->a);
        $page = $this->portal($this->contact_a, ['view' => 'invoices']);

        foreach (['Invoice', 'Issue date', 'Due date', 'Status', 'Amount', 'Actions'] as $head) {
            self::assertMatchesRegularExpression("#<th[^>]*>(<span class=\"cf-hidden\">)?{$head}#", $page->html);
        }
        foreach ([$this->invoice, $second] as $invoice) {
            self::assertStringContainsString("view=pay&#038;id={$invoice->id}", $page->html);
        }
        self::assertSame(2, substr_count($page->html, 'class="cf-row__due"'));
    }
}
