<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Online\CheckPayment;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** Real processes at the same moment: however much money comes at once, a pro-forma makes one invoice. */
final class ParallelProFormaTest extends CommittingTestCase
{
    use PaysInvoices;

    public function test_marked_paid_by_eight_at_once_makes_one_invoice(): void
    {
        $pro_forma = $this->issued($this->client(), ['kind' => 'pro_forma']);

        $answers = Processes::parallel(8, __DIR__ . '/../Payments/parallel-offline.php', [$pro_forma->id, 12300]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        self::assertSame(['succeeded' => 1, 'nothing_due' => 7], [...['succeeded' => 0], ...array_count_values(array_column($answers, 'result'))]);
        $invoice = $this->made($pro_forma);
        self::assertSame([Settlement::Paid, 12300, 0], [$invoice->settlement, $invoice->paid, $invoice->credit()->amount]);
        $this->assert_one($pro_forma, 1);
    }

    public function test_six_whole_sums_at_once_make_one_invoice_and_credit(): void
    {
        $pro_forma = $this->issued($this->client(), ['kind' => 'pro_forma']);

        $answers = Processes::parallel(6, __DIR__ . '/parallel-pro-forma.php', [$pro_forma->id, 12300]);

        self::assertSame(array_fill(0, 6, null), array_column($answers, 'error'));
        $invoice = $this->made($pro_forma);
        self::assertSame(array_fill(0, 6, (string) $invoice->id), array_column($answers, 'result'));
        // Whoever came later asked for nothing any more: that is the client's credit, on no invoice.
        self::assertSame([Settlement::Paid, 12300, 5 * 12300], [$invoice->settlement, $invoice->paid, $this->credit_of($invoice)]);
        $this->assert_one($pro_forma, 6);
    }

    public function test_a_card_and_a_transfer_at_once_make_one_invoice(): void
    {
        $this->connect_stripe();
        $pro_forma = $this->issued($this->client(), ['kind' => 'pro_forma']);
        $payment = $this->begun($pro_forma);
        $this->confirm($payment);
        $this->plugin()->database()->update('queue', ['due_at' => '2020-01-01 00:00:00'], ['job' => CheckPayment::JOB, 'subject_id' => $payment->id]);

        $answers = Processes::parallel(4, __DIR__ . '/parallel-pro-forma.php', [$pro_forma->id, 12300]);
        $this->refreshed($payment);

        self::assertSame(array_fill(0, 4, null), array_column($answers, 'error'));
        $invoice = $this->made($pro_forma);
        self::assertSame([Settlement::Paid, 4 * 12300], [$invoice->settlement, $this->credit_of($invoice)]);
        $this->assert_one($pro_forma, 5);
    }

    private function credit_of(Invoice $invoice): int
    {
        return $this->plugin()->module(LedgerModule::class)->postings()->balances_of($invoice->client_id, Viewer::system())['EUR']['credit'];
    }

    private function made(Invoice $pro_forma): Invoice
    {
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();

        return $invoices->get((int) $invoices->made_of($pro_forma->id), Viewer::system());
    }

    private function assert_one(Invoice $pro_forma, int $payments): void
    {
        self::assertSame([2, $payments, 0], [$this->rows_in('invoices'), $this->rows_in('payments'), $this->rows_in('payment_allocations', "invoice_id = {$pro_forma->id}")]);
        self::assertSame(1, $this->rows_in('events', "type = 'invoice.made' AND subject_id <> {$pro_forma->id}"));
        self::assertSame(1, $this->rows_in('outbox', "message = 'invoice' AND invoice_id <> {$pro_forma->id}"));
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }
}
