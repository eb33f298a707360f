<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Money that came past the gateway, beside a card payment that is open or not. */
final class OfflinePaymentTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_33_a_draft_a_void_a_paid_and_a_refunded_invoice_are_not_paid(): void
    {
        $client = $this->client();
        $user = $this->payer($client);
        $draft = $this->draft($client);
        $void = $this->issued($client);
        $this->plugin()->module(IssuingModule::class)->void()->handle($void->id, Actor::system());
        $paid = $this->issued($client);
        $this->paid($paid);
        $refunded = $this->issued($client);
        $this->plugin()->module(RefundsModule::class)->refund()->handle($this->paid($refunded)->id, $refunded->total(), '', Viewer::system(), 'all');
        $rows = $this->rows_in('payments');
        $charges = $this->ledger()['charges'];
        $begun = $this->calls('/v1/payment_intents');

        foreach ([$void, $paid, $refunded] as $invoice) {
            self::refused(409, [], $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user));
        }
        // Of drafts the client knows nothing.
        self::assert_status(404, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$draft->id}/payments", [], $user));
        $body = ['amount' => ['amount' => 12300, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $this->day(), 'reference' => '', 'send_receipt' => true];
        foreach ([$draft, $void, $paid, $refunded] as $invoice) {
            self::refused(409, [], $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", $body, $this->administrator()));
        }

        self::assertSame($rows, $this->rows_in('payments'));
        self::assertSame($charges, $this->ledger()['charges']);
        self::assertSame($begun, $this->calls('/v1/payment_intents'));
    }

    public function test_abuse_34_marked_paid_while_a_card_is_open_ends_the_card_payment(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);

        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::BankTransfer, $this->day(), '', true, Actor::system(), 'bank');

        self::assertSame(PaymentState::Cancelled, $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->state);
        $this->confirm($payment);
        self::assertSame(0, $this->ledger()['charges'], 'The open card form can’t take the money any more.');
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->invoice_now($invoice)->credit()->amount);
    }

    public function test_abuse_34_money_of_both_is_recorded_and_the_surplus_is_credit(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'owner@studio.test', 'name' => 'Studio'] + $settings->get('business'));
        foreach (['it has just gone through' => '4242424242424242', 'the bank is at it' => 'pm_card_processing'] as $name => $card) {
            $invoice = $this->issued($this->client($name, md5($name) . '@harbour.test'));
            $payment = $this->begun($invoice);
            $this->confirm($payment, $card);

            $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::BankTransfer, $this->day(), '', true, Actor::system(), md5($name));
            if ($card === 'pm_card_processing') {
                $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
                $this->later(600);
            }

            $now = $this->invoice_now($invoice);
            self::assertSame([Settlement::Paid, 24600, 12300], [$now->settlement, $now->paid, $now->credit()->amount], $name);
            self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)), $name);
            self::assertContains('payment.flagged', $this->happened($invoice->id), $name);
        }
        // Whichever of the two came second, the agency hears that there is too much.
        self::assertSame(2, $this->rows_in('outbox', "message = 'unusual_payment' AND recipient = 'owner@studio.test'"));
        $this->assert_books_agree();
    }

    public function test_abuse_34_a_part_paid_offline_leaves_the_rest_to_the_card(): void
    {
        $invoice = $this->issued($this->client());
        $open = $this->begun($invoice);
        $body = ['amount' => ['amount' => 2300, 'currency' => 'EUR'], 'method' => 'cheque', 'paid_on' => $this->day(-1), 'reference' => 'No. 17', 'send_receipt' => false];
        $answer = self::fits('invoices.mark-paid', $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", $body, $this->administrator(), ['Idempotency-Key' => 'a']));
        self::assertSame('part_paid', $answer['state']);
        self::assertSame('Check', $answer['payments'][1]['method']);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));

        $rest = $this->begun($invoice);
        self::assertNotSame($open->id, $rest->id);
        self::assertSame(10000, $rest->amount->amount);
        $this->confirm($rest);
        $this->refreshed($rest);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->invoice_now($invoice)->credit()->amount);
    }

    public function test_offline_money_is_recorded_once_for_a_key_and_checked(): void
    {
        $invoice = $this->issued($this->client());
        $staff = $this->administrator();
        $body = ['amount' => ['amount' => 300, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $this->day(), 'reference' => '', 'send_receipt' => true];
        $path = "/counterfoil/v1/invoices/{$invoice->id}/offline-payments";

        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assertSame(1, $this->rows_in('payments'));
        // The process was killed before its answer was kept: sent again, it goes on where it was.
        $this->plugin()->database()->delete('idempotency_keys', ['key_hash' => hash('sha256', 'k')]);
        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assertSame(1, $this->rows_in('payments'));

        self::refused(400, ['/amount/amount'], $this->rest('POST', $path, ['amount' => ['amount' => 12001, 'currency' => 'EUR']] + $body, $staff));
        self::refused(400, ['/amount/amount'], $this->rest('POST', $path, ['amount' => ['amount' => 0, 'currency' => 'EUR']] + $body, $staff));
        self::refused(400, ['/amount/currency'], $this->rest('POST', $path, ['amount' => ['amount' => 1, 'currency' => 'USD']] + $body, $staff));
        self::refused(400, ['/paid_on'], $this->rest('POST', $path, ['paid_on' => $this->day(2)] + $body, $staff));
        self::refused(400, ['/paid_on'], $this->rest('POST', $path, ['paid_on' => '2026-02-30'] + $body, $staff));
        foreach (['0000-01-01', '0001-01-01', '1026-03-01'] as $nobodys_day) {
            $answer = $this->rest('POST', $path, ['paid_on' => $nobodys_day] + $body, $staff);
            self::refused(400, ['/paid_on'], $answer);
            self::assertStringContainsString('date', self::json($answer)['message']);
        }
        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(300, $this->invoice_now($invoice)->paid);
    }
}
