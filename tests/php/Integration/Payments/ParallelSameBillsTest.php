<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/**
 * Abuse cases 32 and 34 with several bills: two contacts and the agency at the same moment, in real processes. More of it:
 * `COUNTERFOIL_ROUNDS=50 vendor/bin/phpunit --filter ParallelSameBillsTest`.
 */
final class ParallelSameBillsTest extends CommittingTestCase
{
    use PaysInvoices;

    private const PROCESSES = 8;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_two_contacts_and_the_agency_at_once_charge_each_bill_once_and_lose_no_money(): void
    {
        $rounds = (int) (getenv('COUNTERFOIL_ROUNDS') ?: 1);
        for ($round = 1; $round <= $rounds; $round++) {
            $client = $this->client("Client {$round}", "client{$round}@harbour.test");
            $this->plugin()->module(CreditModule::class)->prepay()->handle($client->id, Money::of(3000, 'EUR'), OfflineMethod::Cash, $this->day(), '', Viewer::system(), "{$round}-ahead");
            $bills = array_map(fn (): Invoice => $this->issued($client), range(1, 4));
            $ids = array_map(static fn (Invoice $bill): int => $bill->id, $bills);

            $answers = Processes::parallel(self::PROCESSES, __DIR__ . '/parallel-same-bills.php', [$client->id, $ids, (string) $round]);

            $said = "Round {$round}: " . implode(', ', array_column($answers, 'result'));
            self::assertSame(array_fill(0, self::PROCESSES, null), array_column($answers, 'error'), $said);
            // What was cut off is the worker's; whoever still has a form open sends it after that.
            $this->later(400);
            $this->later(400);
            foreach ($this->by_gateway($ids) as $payment) {
                $this->confirm($payment);
                $this->refreshed($payment);
            }
            $this->later(400);

            foreach ($ids as $id) {
                $charged = array_filter($this->by_gateway([$id]), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded);
                self::assertLessThanOrEqual(1, count($charged), "{$said}; bill {$id}");
                self::assertSame(0, $this->rows_in('payment_allocations', "under_way = {$id}"), $said);
            }
            $this->assert_nothing_is_lost($client->id, $bills, $said);
        }
        $this->assert_books_agree();
    }

    /**
     * @param list<int> $ids
     * @return array<int, Payment> those that were begun for any of these bills at the gateway
     */
    private function by_gateway(array $ids): array
    {
        $found = [];
        foreach ($ids as $id) {
            foreach ($this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($id, Viewer::system()) as $payment) {
                if ($payment->gateway_payment_id !== null) {
                    $found[$payment->id] = $payment;
                }
            }
        }

        return $found;
    }

    /**
     * What came is on the bills, or the client's credit.
     *
     * @param list<Invoice> $bills
     */
    private function assert_nothing_is_lost(int $client_id, array $bills, string $said): void
    {
        $database = $this->plugin()->database();
        $came = (int) $database->value("SELECT SUM(received) FROM {$database->table('payments')} WHERE client_id = ?", [$client_id]);
        $now = array_map($this->invoice_now(...), $bills);
        $settled = array_sum(array_map(static fn (Invoice $bill): int => $bill->asked() - $bill->due()->amount, $now));
        $balance = $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system())['EUR'] ?? ['receivable' => 0, 'credit' => 0];
        $due = array_sum(array_map(static fn (Invoice $bill): int => $bill->due()->amount, $now));

        self::assertSame(['receivable' => $due, 'credit' => $came - $settled], $balance, $said);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), $said);
    }
}
