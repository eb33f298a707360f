<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FakeStripe;

/** Bills are chosen in the list and paid on one page. */
final class PaySeveralScreenTest extends PortalViewTestCase
{
    private FakeStripe $stripe;

    /** @var list<Invoice> */
    private array $bills;

    protected function setUp(): void
    {
        parent::setUp();
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin->module(StripeModule::class)->update()->handle('test', ['test' => ['publishable_key' => 'pk_test_AGENCY_publicpublic9999', 'secret_key' => 'sk_test_AGENCY_secretsecret1234']], '', Actor::system());
        $this->bills = [$this->issued($this->a), $this->issued($this->a), $this->issued($this->a)];
    }

    public function test_the_list_lets_choose_what_can_be_paid_and_offers_to_pay_all(): void
    {
        $page = $this->portal($this->contact_a, ['view' => 'invoices']);
        self::assertSame(3, substr_count($page->html, 'name="bills[]"'));
        self::assertStringContainsString('name="view" value="pay-several"', $page->html);
        self::assertStringContainsString('Pay all 3: €300.00', $page->text());

        $this->confirm($payment = $this->begun([$this->bills[1]->id]), 'pm_card_processing');
        $this->refresh($payment);
        $page = $this->portal($this->contact_a, ['view' => 'invoices']);
        self::assertSame(2, substr_count($page->html, 'name="bills[]"'));
        self::assertStringContainsString('Pay all 2: €200.00', $page->text());
    }

    public function test_who_may_not_pay_or_has_one_bill_only_is_offered_no_choice(): void
    {
        $page = $this->portal($this->view_only($this->a, 'eye@harbour.test'), ['view' => 'invoices']);
        self::assertStringNotContainsString('bills[]', $page->html);
        $this->issued($this->b);
        self::assertStringNotContainsString('bills[]', $this->portal($this->contact_b, ['view' => 'invoices'])->html);
    }

    public function test_the_page_lists_the_bills_and_their_sum_and_later_that_they_are_paid(): void
    {
        $page = $this->pay_page();
        self::assertStringContainsString('data-phase="start"', $page->html);
        foreach ($this->bills as $bill) {
            self::assertStringContainsString((string) $bill->number, $page->text());
        }
        self::assertStringContainsString('Pay €300.00', $page->text());

        $this->confirm($this->begun($this->ids()));
        $page = $this->pay_page();
        self::assertStringContainsString('data-phase="succeeded"', $page->html);
        self::assertStringContainsString('Download receipt', $page->text());
        self::assertStringContainsString('data-phase="succeeded"', $this->pay_page()->html, 'Reloaded, it says the same.');
        self::assertStringNotContainsString('bills[]', $this->portal($this->contact_a, ['view' => 'invoices'])->html);
    }

    public function test_what_is_paid_or_foreign_or_missing_is_said(): void
    {
        $foreign = $this->issued($this->b);
        self::assertSame(404, $this->portal($this->contact_a, ['view' => 'pay-several', 'bills' => "{$this->bills[0]->id}.{$foreign->id}"])->status);
        $none = $this->portal($this->contact_a, ['view' => 'pay-several']);
        self::assertStringContainsString('data-phase="closed"', $none->html);
        self::assertStringContainsString('Choose the invoices you want to pay.', $none->text());

        $this->confirm($payment = $this->begun([$this->bills[1]->id]));
        $this->refresh($payment);
        $page = $this->pay_page();
        self::assertStringContainsString('data-phase="closed"', $page->html);
        self::assertStringContainsString("There is nothing to pay on {$this->bills[1]->number}.", $page->text());
    }

    private function pay_page(): Opened
    {
        return $this->portal($this->contact_a, ['view' => 'pay-several', 'bills' => implode('.', $this->ids())]);
    }

    /** @param list<int> $ids */
    private function begun(array $ids): Payment
    {
        return $this->plugin->module(PaymentsModule::class)->pay()->chosen(Wanted::all($ids), $this->a->id, Actor::system())->payment;
    }

    private function confirm(Payment $payment, string $card = '4242424242424242'): void
    {
        $this->stripe->control('POST', 'pay', ['payment_intent' => (string) $payment->gateway_payment_id, 'card' => $card]);
    }

    private function refresh(Payment $payment): void
    {
        $this->plugin->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system());
    }

    /** @return list<int> */
    private function ids(): array
    {
        return array_map(static fn (Invoice $bill): int => $bill->id, $this->bills);
    }
}
