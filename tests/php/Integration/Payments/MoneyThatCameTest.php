<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\PaymentFlag;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Whose the money is that the gateway tells of, how much it is, and that it counts once. */
final class MoneyThatCameTest extends IntegrationTestCase
{
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_28_the_intent_of_another_invoice_settles_nothing(): void
    {
        $first = $this->begun($this->issued($this->client()));
        $invoice = $this->issued($this->client('Other', 'eve@other.test'));
        $second = $this->begun($invoice);
        $this->confirm($first);
        // Somebody manages to put the paid intent of one invoice into the payment of another.
        $this->plugin()->database()->update('payments', ['gateway_payment_id' => null], ['id' => $first->id]);
        $this->plugin()->database()->update('payments', ['gateway_payment_id' => $first->gateway_payment_id], ['id' => $second->id]);

        try {
            $this->plugin()->module(PaymentsModule::class)->refresh()->handle($second->id, Viewer::system());
            self::fail('It was taken for its own.');
        } catch (DomainError $error) {
            self::assertSame(409, $error->status);
        }

        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(PaymentFlag::NotThisOne, $this->plugin()->module(PaymentsModule::class)->payments()->get($second->id, Viewer::system())->flag);
        self::assertSame('payment.flagged', $this->last_event($invoice));
    }

    public function test_abuse_29_another_amount_is_recorded_and_flagged(): void
    {
        $less = $this->issued($this->client());
        $payment = $this->begun($less);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 10000]);
        $payment = $this->refreshed($payment);
        self::assertSame([PaymentState::Succeeded, 10000], [$payment->state, $payment->received->amount]);
        self::assertStringContainsString('€123.00', $payment->flag_in_words());
        self::assertSame(Settlement::PartPaid, $this->invoice_now($less)->settlement);
        self::assertNotContains('invoice.paid', $this->happened($less->id));

        $more = $this->issued($this->client('More', 'mo@more.test'));
        $payment = $this->begun($more);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 20000]);
        $payment = $this->refreshed($payment);
        self::assertSame(PaymentFlag::OtherAmount, $payment->flag);
        $invoice = $this->invoice_now($more);
        self::assertSame([Settlement::Paid, 7700], [$invoice->settlement, $invoice->credit()->amount]);
    }

    public function test_abuse_29_another_currency_is_recorded_and_settles_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'currency' => 'usd']);
        $payment = $this->refreshed($payment);

        self::assertSame([PaymentState::Succeeded, 0], [$payment->state, $payment->received->amount]);
        self::assertStringContainsString('$123.00', $payment->flag_in_words());
        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));
    }

    public function test_abuse_37_the_worker_run_twice_does_everything_once(): void
    {
        $payment = $this->begun($this->issued($this->client()));
        $this->confirm($payment);

        $this->later(600);
        $this->later(0);
        $this->later(600);

        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(1, count(array_keys($this->happened($payment->invoice_id), 'payment.succeeded', true)));
        $this->assert_books_agree();
    }
}
