<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\FindRefunds;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;

final class RefundPaymentTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;
    use ReadsOverview;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_gives_back_a_part_and_then_the_rest(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $staff = $this->administrator();

        $body = ['amount' => ['amount' => 2300, 'currency' => 'EUR'], 'reason' => 'Fewer hours'];
        $answer = self::fits('payments.refund', $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", $body, $staff, ['Idempotency-Key' => 'part']));
        self::assertSame(2300, $answer['totals']['refunded']['amount']);
        self::assertSame(2300, $answer['payments'][0]['refunded']['amount']);
        self::assertSame('paid', $answer['state']);

        $body['amount']['amount'] = 10000;
        $answer = self::fits('payments.refund', $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", $body, $staff, ['Idempotency-Key' => 'rest']));
        self::assertSame('refunded', $answer['state']);
        self::assertSame(2, $this->rows_in('outbox', "message = 'refund'"));
        self::assertSame(['refund.started', 'refund.made', 'refund.started', 'refund.made'], array_slice($this->happened($invoice->id), -4));
        $this->assert_books_agree();
    }

    public function test_the_same_key_twice_is_one_refund(): void
    {
        $payment = $this->paid($this->issued($this->client()));
        $staff = $this->administrator();
        $body = ['amount' => ['amount' => 100, 'currency' => 'EUR'], 'reason' => ''];

        for ($i = 0; $i < 3; $i++) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", $body, $staff, ['Idempotency-Key' => 'once']));
        }

        self::assertSame(1, $this->rows_in('refunds'));
        self::assertSame(100, $this->ledger()['refunded']);
    }

    public function test_offline_money_is_recorded_as_given_back_without_asking_anybody(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, $invoice->total(), \Counterfoil\Payments\Offline\OfflineMethod::Cash, $this->day(), '', true, Actor::system(), 'cash');
        $before = count($this->gatekeeper->requests);

        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'back');

        self::assertSame(RefundState::Succeeded, $refund->state);
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement);
        self::assertCount($before, $this->gatekeeper->requests);
    }

    public function test_a_refund_that_is_pending_counts_when_it_has_arrived(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment, 'pm_card_pendingRefund');
        $this->refreshed($payment);

        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'slow');
        self::assertSame(RefundState::Pending, $refund->state);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'refund'"));

        $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'succeeded']);
        $this->later(600);
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'refund'"));
        self::assertSame(1, $this->calls('/v1/refunds'));
    }

    public function test_a_refund_that_fails_sets_its_sum_free(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment, 'pm_card_pendingRefund');
        $this->refreshed($payment);
        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'comes-back');

        $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed']);
        $this->later(600);

        self::assertSame(RefundState::Failed, $this->plugin()->module(RefundsModule::class)->refunds()->get($refund->id)->state);
        self::assertTrue($this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->refunded->is_zero());
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame('refund.failed', $this->last_event($invoice));
    }

    /** No webhook comes through here: it is found by asking. */
    public function test_abuse_69_a_refund_that_came_back_is_found_by_asking(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'comes-back-later');
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement);
        $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed']);

        $this->asked_later(31 * 86_400);

        self::assertSame(RefundState::Failed, $this->plugin()->module(RefundsModule::class)->refunds()->get($refund->id)->state);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'refund_failed'"));
        $overview = $this->overview_of($this->administrator());
        self::assertSame([[$invoice->number, 'Harbour & Pine', 'The refund of €123.00 failed. Refund the client another way and record the refund.']], self::notices($overview, 'money'));
    }

    public function test_what_was_given_back_at_the_gateway_is_no_longer_there(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $this->stripe->control('POST', 'refund', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 12300]);

        try {
            $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'late');
            self::fail('The gateway has nothing left of it.');
        } catch (DomainError $error) {
            self::assertSame('refund_refused', $error->reason);
        }
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement, 'The refusal made us look.');
        $this->assert_books_agree();
    }

    public function test_abuse_31_more_than_was_paid_is_refused(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $staff = $this->administrator();

        foreach ([12301, 1_000_000_000_000] as $amount) {
            $answer = $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => $amount, 'currency' => 'EUR'], 'reason' => ''], $staff);
            self::refused(409, [], $answer);
        }
        self::refused(400, ['/amount/currency'], $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 5, 'currency' => 'USD'], 'reason' => ''], $staff));
        self::refused(400, ['/amount/amount'], $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 0, 'currency' => 'EUR'], 'reason' => ''], $staff));

        self::assertSame(0, $this->rows_in('refunds'));
        self::assertSame(0, $this->calls('/v1/refunds'));
        self::assertSame(0, $this->rows_in('outbox', "message = 'refund'"));
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
    }

    public function test_abuse_07_staff_without_the_capability_does_not_refund(): void
    {
        $payment = $this->paid($this->issued($this->client()));
        $clerk = $this->user('editor');
        (new \WP_User($clerk))->add_cap('counterfoil_view');

        $body = ['amount' => ['amount' => 100, 'currency' => 'EUR'], 'reason' => ''];
        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", $body, $clerk));
        self::assert_status(401, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", $body));

        self::assertSame(0, $this->rows_in('refunds'));
        self::assertSame(0, $this->calls('/v1/refunds'));
    }

    /** Nobody calls: the worker asks. */
    public function test_what_was_given_back_in_the_dashboard_is_found_without_a_call(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        // That this one was paid is not known here either.
        $unheard = $this->issued($this->client('Other', 'other@other.test'));
        $paid = $this->begun($unheard);
        $this->confirm($paid);
        foreach ([$payment, $paid] as $one) {
            $this->stripe->control('POST', 'refund', ['payment_intent' => $one->gateway_payment_id, 'amount' => 2300, 'quiet' => true]);
        }
        for ($i = 0; $i < 2; $i++) {
            $this->plugin()->module(SharedModule::class)->worker()->arm();
            $this->plugin()->module(SharedModule::class)->worker()->run(only: [FindRefunds::JOB]);
            $this->clock()->set($this->clock()->now()->modify('7 hours'));
        }
        foreach ([$invoice, $unheard] as $one) {
            $now = $this->invoice_now($one);
            self::assertSame([Settlement::Paid, 12300, 2300, 0], [$now->settlement, $now->paid, $now->refunded, $now->due()->amount]);
            self::assertSame(1, $this->rows_in('outbox', "message = 'refund' AND invoice_id = {$one->id}"));
        }
        // The second time there is no news.
        self::assertSame([2, 2], [$this->rows_in('refunds'), count(array_filter($this->gatekeeper->requests, static fn (array $request): bool => str_contains($request['url'], '/v1/refunds?payment_intent=')))]);
        $this->assert_books_agree();
    }
}
