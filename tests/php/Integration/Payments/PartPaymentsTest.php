<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Less than is due, where the agency allows it. */
final class PartPaymentsTest extends IntegrationTestCase
{
    use PaysInvoices;

    private Invoice $bill;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->bill = $this->issued($this->client());
    }

    public function test_a_part_is_refused_unless_the_agency_allows_it(): void
    {
        self::assertSame(['amount' => 'Please pay the full amount due, €123.00.'], $this->refused(5000)->fields);
        self::assertSame(12300, $this->begin(12300)->amount->amount, 'All of it is no part.');
    }

    public function test_a_part_is_paid_and_the_rest_stays_due(): void
    {
        $this->allow(25);
        $part = $this->begin(5000);
        self::assertTrue($part->is_part);
        self::assertSame($part->id, $this->begin(5000)->id, 'Clicked again, it is the same.');
        $this->confirm($part);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($part)->state);
        self::assertSame([Settlement::PartPaid, 7300], [$this->invoice_now($this->bill)->settlement, $this->invoice_now($this->bill)->due()->amount]);
        self::assertNull($this->refreshed($part)->flag);

        $rest = $this->begun($this->bill);
        self::assertSame([false, 7300], [$rest->is_part, $rest->amount->amount]);
        $this->confirm($rest);
        $this->refreshed($rest);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->bill)->settlement);
        $this->assert_books_agree();
    }

    public function test_abuse_27_an_amount_outside_of_the_limits_is_refused_at_its_field(): void
    {
        $this->allow(25);
        foreach ([0, 1, 3074, 12301, 1_000_000_000] as $amount) {
            self::assertSame(['amount' => 'Enter an amount from €30.75 to €123.00.'], $this->refused($amount)->fields, (string) $amount);
        }
        self::assertSame(['amount' => 'Enter an amount from €30.75 to €123.00.'], $this->refused(5000, 'USD')->fields);
        self::assertSame(3075, $this->begin(3075)->amount->amount);
        self::assertSame(400, $this->try_several()->status);
    }

    public function test_the_larger_of_percentage_and_amount_is_the_least(): void
    {
        $this->allow(25, [['amount' => 5000, 'currency' => 'EUR'], ['amount' => 9000, 'currency' => 'USD']]);
        self::assertSame(['amount' => 'Enter an amount from €50.00 to €123.00.'], $this->refused(4999)->fields);
        $this->allow(50, [['amount' => 5000, 'currency' => 'EUR']]);
        self::assertSame(['amount' => 'Enter an amount from €61.50 to €123.00.'], $this->refused(6149)->fields);
        $this->allow(25, [['amount' => 12300, 'currency' => 'EUR']]);
        self::assertSame(['amount' => 'Please pay the full amount due, €123.00.'], $this->refused(12000)->fields);
        try {
            $this->allow(25, [['amount' => 1, 'currency' => 'EUR'], ['amount' => 2, 'currency' => 'EUR']]);
            self::fail('Twice the same currency.');
        } catch (DomainError $error) {
            self::assertSame(['/minimum_amounts/1/currency'], array_keys($error->fields));
        }
    }

    public function test_where_the_gateway_takes_no_less_there_is_no_part(): void
    {
        $this->allow(1);
        $this->payment($this->bill, 12251);
        self::assertSame(49, $this->invoice_now($this->bill)->due()->amount);
        self::assertSame(['amount'], array_keys($this->refused(40)->fields));
    }

    public function test_another_amount_makes_room_and_one_that_is_more_than_is_left_is_not_taken(): void
    {
        $this->allow(25);
        $part = $this->begin(5000);
        $whole = $this->begun($this->bill);
        self::assertSame([PaymentState::Cancelled, 12300], [$this->now($part)->state, $whole->amount->amount]);
        $other = $this->begin(6000);
        self::assertSame(PaymentState::Cancelled, $this->now($whole)->state);

        $this->payment($this->bill, 10000);
        self::assertSame(2300, $this->begun($this->bill)->amount->amount);
        self::assertSame(PaymentState::Cancelled, $this->now($other)->state);
    }

    /** @param list<array{amount: int, currency: string}> $amounts */
    private function allow(int $percent, array $amounts = []): void
    {
        $this->plugin()->module(PartsModule::class)->settings()->save(true, $percent, $amounts, Actor::system());
    }

    private function begin(int $amount, string $currency = 'EUR'): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->pay()->chosen(Wanted::one($this->bill->id, Money::of($amount, $currency)), $this->bill->client_id, Actor::contact(1, 'Ada Lindqvist'))->payment;
    }

    private function refused(int $amount, string $currency = 'EUR'): DomainError
    {
        try {
            $this->begin($amount, $currency);
        } catch (DomainError $error) {
            return $error;
        }
        self::fail("{$amount} was begun.");
    }

    private function try_several(): DomainError
    {
        try {
            Wanted::all([1, 2], Money::of(100, 'EUR'));
        } catch (DomainError $error) {
            return $error;
        }
        self::fail('A part of several was taken.');
    }

    private function now(Payment $payment): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
    }
}
