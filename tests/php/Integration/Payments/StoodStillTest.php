<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\FindRefunds;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** Law 14: nothing ran for weeks, and no call of the gateway came through. What happened there meanwhile is found all the same. */
final class StoodStillTest extends IntegrationTestCase
{
    use HearsOfDisputes;

    private Invoice $invoice;
    private Payment $payment;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->on('2027-01-04');
        $this->invoice = $this->issued($this->client());
        $this->payment = $this->paid($this->invoice);
        $this->looks_for_news();
    }

    public function test_a_dispute_of_weeks_ago_is_found(): void
    {
        $this->on('2027-01-08');
        $this->disputed($this->payment);
        $this->on('2027-02-15');
        $this->looks_for_news();

        self::assertSame(Settlement::Unpaid, $this->invoice_now($this->invoice)->settlement);
        $this->assert_verified();
    }

    public function test_a_refund_of_weeks_ago_is_found(): void
    {
        $this->on('2027-01-08');
        $this->stripe->control('POST', 'refund', ['payment_intent' => (string) $this->payment->gateway_payment_id, 'amount' => 2300, 'quiet' => true]);
        $this->on('2027-02-15');
        $this->looks_for_news();

        self::assertSame(2300, $this->invoice_now($this->invoice)->refunded);
        $this->assert_books_agree();
    }

    /** A gateway that did not answer was not asked. */
    public function test_silence_is_no_answer(): void
    {
        $this->on('2027-01-08');
        $this->disputed($this->payment);
        $this->on('2027-01-20');
        $this->stripe->control('POST', 'faults', ['kind' => '500', 'match' => ['method' => 'GET', 'path' => '/v1/disputes'], 'times' => 5]);
        $this->looks_for_news();
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        $this->stripe->control('DELETE', 'faults');
        $this->on('2027-02-15');
        $this->looks_for_news();

        self::assertSame(Settlement::Unpaid, $this->invoice_now($this->invoice)->settlement);
    }

    private function on(string $day): void
    {
        $this->clock()->set(new DateTimeImmutable("{$day} 09:30"));
        $this->stripe->control('POST', 'clock', ['now' => $this->clock()->now()->getTimestamp()]);
    }

    private function looks_for_news(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->arm();
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['disputes.sweep', FindRefunds::JOB]);
    }
}
