<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A payment may settle several invoices, and an invoice may be settled by several; what is over is the client's credit. */
final class AllocationsTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_what_comes_is_spread_over_the_oldest_first(): void
    {
        $client = $this->client();
        [$first, $second, $third] = [$this->issued($client), $this->issued($client), $this->issued($client)];
        $payment = $this->came([$first, $second, $third], 15000);

        self::assertSame([[Settlement::Paid, 0, 0], [Settlement::PartPaid, 9600, 0], [Settlement::Unpaid, 12300, 0]], array_map($this->facts(...), [$first, $second, $third]));
        self::assertSame([12300, 2700, 0], $this->amounts($payment));

        $this->payment($second, 9600);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($second));
        self::assertSame(1, count(array_keys($this->happened($second->id), 'invoice.paid', true)));
    }

    public function test_what_is_over_is_the_clients_credit(): void
    {
        $client = $this->client();
        [$first, $second] = [$this->issued($client), $this->issued($client)];
        $payment = $this->came([$first, $second], 25000);

        self::assertSame([[Settlement::Paid, 0, 0], [Settlement::Paid, 0, 0]], array_map($this->facts(...), [$first, $second]));
        self::assertSame(['EUR' => ['receivable' => 0, 'credit' => 400]], $this->balances($client->id));

        // Given back, it is taken from the credit first, and then from what came last.
        $this->refund($payment->id, 1400);
        self::assertSame([[Settlement::Paid, 0, 0], [Settlement::Paid, 0, 0]], array_map($this->facts(...), [$first, $second]));
        self::assertSame([0, 1000], [$this->now($first)->refunded, $this->now($second)->refunded]);
        $this->refund($payment->id, 12300);
        self::assertSame([1000, 12300], [$this->now($first)->refunded, $this->now($second)->refunded]);
        self::assertSame(Settlement::Refunded, $this->now($second)->settlement);
    }

    public function test_money_for_no_invoice_is_credit_and_its_refund_lowers_it(): void
    {
        $client = $this->client();
        $payment = $this->came([], 5000, $client->id);
        self::assertSame(['EUR' => ['receivable' => 0, 'credit' => 5000]], $this->balances($client->id));

        $this->refund($payment->id, 2000);
        self::assertSame(['EUR' => ['receivable' => 0, 'credit' => 3000]], $this->balances($client->id));
        self::assertSame(0, $this->rows_in('refund_parts'));
    }

    /** Law 6 */
    public function test_law_6_of_two_payments_of_an_invoice_one_is_under_way(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 100, ['state' => 'intended', 'succeeded_at' => null], true);
        $this->expectException(UniqueViolation::class);
        $this->payment($invoice, 100, ['state' => 'intended', 'succeeded_at' => null], true);
    }

    /** Law 6 */
    public function test_law_6_a_payment_is_for_an_invoice_once(): void
    {
        $invoice = $this->issued($this->client());
        $id = $this->payment($invoice, 100);
        $this->expectException(UniqueViolation::class);
        $this->plugin()->module(PaymentsModule::class)->allocations()->add($id, $invoice->id, 1);
    }

    public function test_whoever_does_not_see_the_client_does_not_see_its_payments(): void
    {
        $invoice = $this->issued($this->client());
        $id = $this->payment($invoice, 100);
        $payments = $this->plugin()->module(PaymentsModule::class)->payments();
        $others = Viewer::staff(Actor::system(), ['bill'], [$invoice->client_id + 1]);

        self::assertNull($payments->find($id, $others));
        self::assertSame([], $payments->of_invoice($invoice->id, $others));
        self::assertSame($id, $payments->find($id, Viewer::staff(Actor::system(), ['bill'], [$invoice->client_id]))?->id);
    }

    /** @param list<Invoice> $invoices */
    private function came(array $invoices, int $amount, int $client_id = 0): Payment
    {
        $payments = $this->plugin()->module(PaymentsModule::class);
        $asks = array_column(array_map(static fn (Invoice $invoice): array => [$invoice->id, $invoice->due()->amount], $invoices), 1, 0);

        return $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($payments, $asks, $amount, $client_id, $invoices): Payment {
            $payments->payments()->lock_invoices(array_keys($asks));
            $id = $payments->payments()->record_offline($asks, $invoices[0]->client_id ?? $client_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, '', false, $this->plugin()->clock()->now(), bin2hex(random_bytes(8)));
            $payment = $payments->payments()->get($id, Viewer::system());
            $change->event('payment.recorded_offline', $payment->subjects(), $payment->client_id);
            $payments->allocate()->came($change, $payment, 'payment.recorded');

            return $payments->payments()->get($id, Viewer::system());
        });
    }

    /** @return list<int> */
    private function amounts(Payment $payment): array
    {
        return array_column($payment->allocations, 'amount');
    }

    private function now(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }

    /** @return array{Settlement, int, int} settlement, due, credit */
    private function facts(Invoice $invoice): array
    {
        return [$this->now($invoice)->settlement, $this->now($invoice)->due()->amount, $this->now($invoice)->credit()->amount];
    }

    /** @return array<string, array{receivable: int, credit: int}> */
    private function balances(int $client_id): array
    {
        return $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system());
    }
}
