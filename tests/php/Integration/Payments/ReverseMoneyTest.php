<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Money that had come is taken back, and may come again: books, invoices and credit follow. */
final class ReverseMoneyTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_an_invoice_is_due_again_and_paid_when_the_money_comes_again(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->payment_of($invoice, 12300);

        self::assertTrue($this->reverse($payment, 12300, 'stripe:dp_1'));
        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        self::assertSame(['payment.reversed', 'invoice.due_again'], array_slice($this->happened($invoice->id), -2));
        self::assertSame(['EUR' => ['receivable' => 12300, 'credit' => 0]], $this->balances($invoice->client_id));
        self::assertSame(12300, $this->payment_now($payment)->reversed->amount);
        self::assertFalse($this->reverse($payment, 12300, 'stripe:dp_1'));

        self::assertTrue($this->restore($payment, 'stripe:dp_1'));
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertSame(['payment.restored', 'invoice.paid'], array_slice($this->happened($invoice->id), -2));
        self::assertSame(['EUR' => ['receivable' => 0, 'credit' => 0]], $this->balances($invoice->client_id));
        self::assertFalse($this->restore($payment, 'stripe:dp_1'));
        self::assertFalse($this->reverse($payment, 12300, 'stripe:dp_1'));
        self::assertFalse($this->restore($payment, 'stripe:never'));
        $this->assert_verified();
    }

    public function test_what_was_over_goes_first_and_a_part_leaves_the_rest(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->payment_of($invoice, 13000);

        $this->reverse($payment, 1700, 'stripe:dp_1');
        self::assertSame([Settlement::PartPaid, 1000, 0], $this->facts($invoice));
        $this->reverse($payment, 300, 'stripe:dp_2');
        self::assertSame([Settlement::PartPaid, 1300, 0], $this->facts($invoice));
        $this->assert_verified();
        $this->restore($payment, 'stripe:dp_1');
        self::assertSame([Settlement::Paid, 0, 400], $this->facts($invoice));
        $this->assert_verified();
    }

    public function test_what_is_taken_can_not_be_refunded_and_is_no_credit(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $payment = $this->payment_of($invoice, 12300);
        $this->refund($payment->id, 2300);
        $this->reverse($payment, 10000, 'stripe:dp_1');

        $payment = $this->payment_now($payment);
        self::assertFalse($this->plugin()->module(RefundsModule::class)->balances()->set_aside($payment, Money::of(1, 'EUR')));
        self::assertSame([], $this->plugin()->module(CreditModule::class)->sources()->of_payment($payment));
        $row = $this->rest('GET', '/counterfoil/v1/payments', user: $this->administrator())->get_data()['items'][0];
        self::assertSame([12300, 2300, 10000, 0], array_map(static fn (string $sum): int => $row[$sum]['amount'], ['received', 'refunded', 'reversed', 'kept']));
        $this->assert_verified();
    }

    public function test_credit_that_pays_another_invoice_is_taken_from_it(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $payment = $this->payment_of($invoice, 24600);
        $other = $this->issued($client);
        $this->plugin()->module(CreditModule::class)->use()->handle($other->id, Money::of(12300, 'EUR'), Viewer::system(), 'use');
        self::assertSame(Settlement::Paid, $this->facts($other)[0]);

        $this->reverse($payment, 24600, 'stripe:dp_1');
        self::assertSame([[Settlement::Unpaid, 12300, 0], [Settlement::Unpaid, 12300, 0]], array_map($this->facts(...), [$invoice, $other]));
        $this->assert_verified();
    }

    public function test_a_void_invoice_stays_void(): void
    {
        $invoice = $this->issued($this->client());
        $this->plugin()->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system());
        $payment = $this->payment_of($invoice, 12300);
        self::assertSame(12300, $this->balances($invoice->client_id)['EUR']['credit']);

        $this->reverse($payment, 12300, 'stripe:dp_1');
        self::assertSame(0, $this->balances($invoice->client_id)['EUR']['credit']);
        self::assertSame(0, $this->facts($invoice)[1]);
        $this->assert_verified();
    }

    public function test_the_invoice_of_a_pro_forma_stays_an_invoice_and_is_due_again(): void
    {
        $pro_forma = $this->issued($this->client(), ['kind' => 'pro_forma']);
        $payment = $this->payment_now($this->payment_of($pro_forma, 12300));
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($payment->invoice_id, Viewer::system());
        self::assertNotSame($pro_forma->id, $invoice->id);

        $this->reverse($payment, 12300, 'stripe:dp_1');
        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        self::assertSame(Settlement::Invoiced, $this->facts($pro_forma)[0]);
        $this->assert_verified();
    }

    /** Where two look at once, the key decides. */
    public function test_law_6_each_source_takes_once(): void
    {
        $payment = $this->payment_of($this->issued($this->client()), 12300);
        $this->reverse($payment, 100, 'stripe:dp_1');
        $reversals = $this->plugin()->module(ReversalsModule::class)->reversals();

        $this->expectException(UniqueViolation::class);
        $this->plugin()->database()->transaction(fn () => $reversals->insert($payment, Money::of(100, 'EUR'), 'stripe:dp_1', ReversalReason::Disputed, '', []));
    }

    private function reverse(Payment $payment, int $amount, string $source): bool
    {
        return $this->plugin()->changes()->run(Actor::system(), fn (Change $change): bool => $this->plugin()->module(ReversalsModule::class)->reverse()->reverse($change, $payment, Money::of($amount, 'EUR'), $source, ReversalReason::Returned, 'insufficient_funds') !== null);
    }

    private function restore(Payment $payment, string $source): bool
    {
        return $this->plugin()->changes()->run(Actor::system(), fn (Change $change): bool => $this->plugin()->module(ReversalsModule::class)->reverse()->restore($change, $payment, $source) !== null);
    }

    private function payment_of(Invoice $invoice, int $amount): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment($invoice, $amount), Viewer::system());
    }

    private function payment_now(Payment $payment): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
    }

    /** @return array{Settlement, int, int} what became of it, what is due, what is over */
    private function facts(Invoice $invoice): array
    {
        $now = $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());

        return [$now->settlement, $now->due()->amount, $now->credit()->amount];
    }

    /** @return array<string, array{receivable: int, credit: int}> */
    private function balances(int $client_id): array
    {
        return $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system());
    }

    private function assert_verified(): void
    {
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }
}
