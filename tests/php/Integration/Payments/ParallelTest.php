<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Online\CheckPayment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;
use Counterfoil\Tests\Support\TestSite;
use wpdb;

/** Real processes at the same moment. */
final class ParallelTest extends CommittingTestCase
{
    use KeepsMethods;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_32_pay_clicked_eight_times_is_one_charge(): void
    {
        $invoice = $this->issued($this->client());

        $answers = Processes::parallel(8, __DIR__ . '/parallel-pay.php', [$invoice->id, $invoice->client_id]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        $results = array_column($answers, 'result');
        self::assertSame([], array_filter(array_column($results, 'refused')));
        self::assertCount(1, array_unique(array_column($results, 'id')));
        self::assertCount(1, array_unique(array_column($results, 'intent')));
        self::assertSame(array_fill(0, 8, 'ready'), array_column($results, 'wire'));
        self::assertSame(1, $this->rows_in('payments'));

        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($invoice->id, Viewer::system())[0];
        $this->confirm($payment);
        $this->refreshed($payment);
        self::assertSame(1, $this->ledger()['charges']);
        self::assertSame([Settlement::Paid, 12300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid]);
    }

    /** SQLite lets nobody write meanwhile. */
    public function test_a_method_is_not_removed_while_its_charge_is_written_down(): void
    {
        $client = $this->client();
        $method = $this->kept($client);
        $refused = TestSite::engine() === 'mysql' ? '' : 'Lock wait timeout exceeded';
        add_filter('query', function (string $sql) use (&$refused, $method): string {
            if ($refused === '' && preg_match('/^\s*INSERT\b.*counterfoil_payments\b/s', $sql) === 1) {
                $refused = 'it was removed';
                $other = new wpdb(...array_map(static fn (string $name): string => (string) constant($name), ['DB_USER', 'DB_PASSWORD', 'DB_NAME', 'DB_HOST']));
                $other->suppress_errors();
                $other->query('SET innodb_lock_wait_timeout = 1');
                $other->query("UPDATE {$this->plugin()->database()->table('payment_methods')} SET removed_at = '2027-01-01 00:00:00' WHERE id = {$method->id}");
                $refused = $other->last_error;
            }

            return $sql;
        });
        $payment = $this->plugin()->module(MethodsModule::class)->charge()->handle($this->issued($client)->id, null, 'try-1');

        self::assertStringContainsString('Lock wait timeout exceeded', $refused);
        self::assertSame(PaymentState::Succeeded, $payment->state);
    }

    public function test_ten_charges_of_one_bill_with_one_key_and_with_ten_are_one(): void
    {
        $client = $this->client();
        $this->kept($client);
        foreach ([true, false] as $round => $one_key) {
            $invoice = $this->issued($client);

            $answers = Processes::parallel(10, __DIR__ . '/parallel-charge.php', [$invoice->id, $one_key]);

            self::assertSame(array_fill(0, 10, null), array_column($answers, 'error'));
            self::assertSame([], array_diff(array_column($answers, 'result'), ['succeeded', 'intended', 'in_progress', 'nothing_due']));
            self::assertSame(1 + $round, $this->ledger()['charges']);
            self::assertSame(1 + $round, $this->calls('/v1/payment_intents'));
            self::assertSame([Settlement::Paid, 12300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid]);
        }
        $this->assert_books_agree();
    }

    public function test_abuse_31_of_ten_refunds_of_the_rest_one_wins(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);

        $answers = Processes::parallel(10, __DIR__ . '/parallel-refund.php', [$payment->id, 12300]);

        self::assertSame(array_fill(0, 10, null), array_column($answers, 'error'));
        $counts = array_count_values(array_column($answers, 'result'));
        self::assertSame(['succeeded' => 1, 'refund_too_large' => 9], [...['succeeded' => 0], ...$counts]);
        self::assertSame(1, $this->rows_in('refunds'));
        self::assertSame(1, $this->calls('/v1/refunds'));
        self::assertSame(12300, $this->ledger()['refunded']);
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement);
    }

    public function test_abuse_34_marked_paid_by_eight_at_once_is_no_credit(): void
    {
        $invoice = $this->issued($this->client());

        $answers = Processes::parallel(8, __DIR__ . '/parallel-offline.php', [$invoice->id, 12300]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        $counts = array_count_values(array_column($answers, 'result'));
        self::assertSame(['succeeded' => 1, 'nothing_due' => 7], [...['succeeded' => 0], ...$counts]);
        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame([Settlement::Paid, 12300, 0], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid, $this->invoice_now($invoice)->credit()->amount]);
    }

    public function test_abuse_37_and_43_webhooks_workers_and_browsers_at_once_are_one_effect(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment);
        $this->plugin()->database()->update('queue', ['due_at' => '2020-01-01 00:00:00'], ['job' => CheckPayment::JOB, 'subject_id' => $payment->id]);
        $listed = wp_remote_get($this->stripe->url . '/v1/events?type=payment_intent.succeeded', ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $event = json_decode(wp_remote_retrieve_body($listed), true)['data'][0];
        $signed = $this->stripe->control('POST', "events/{$event['id']}/sign", ['secret' => self::WEBHOOK_SECRET]);

        $answers = Processes::parallel(12, __DIR__ . '/parallel-look.php', [$payment->id, $payment->client_id, $signed['body'], $signed['signature']]);

        self::assertSame(array_fill(0, 12, null), array_column($answers, 'error'));
        self::assertSame(['succeeded' => 4, '200' => 4, 'worked' => 4], array_replace(['succeeded' => 0, '200' => 0, 'worked' => 0], array_count_values(array_column($answers, 'result'))));
        self::assertSame(1, $this->rows_in('gateway_events'));
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'payment.succeeded', true)));
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)));
        self::assertSame(12300, $this->invoice_now($invoice)->paid);
    }

    /** Nothing that can still be charged is left on what is paid or void, whoever of them was first. */
    public function test_abuse_34_paying_marking_as_paid_and_voiding_at_once_leaves_nothing_to_charge(): void
    {
        $rounds = (int) (getenv('COUNTERFOIL_ROUNDS') ?: 5);
        for ($round = 0; $round < $rounds; $round++) {
            $invoices = array_map(fn (int $number): Invoice => $this->issued($this->client("Client {$round}-{$number}", "client{$round}-{$number}@harbour.test")), range(0, 3));
            $answers = Processes::parallel(12, __DIR__ . '/parallel-close.php', [array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices)]);

            self::assertSame(array_fill(0, 12, null), array_column($answers, 'error'), "Round {$round}");
            // What was cut off or came too late is the worker's.
            $this->later(200);
            foreach ($invoices as $index => $invoice) {
                $said = implode(', ', array_column(array_slice($answers, 3 * $index, 3), 'result'));
                $now = $this->invoice_now($invoice);
                self::assertTrue($now->status === InvoiceStatus::Void || $now->settlement === Settlement::Paid, "Round {$round}: {$said}");
                self::assertSame(0, $this->rows_in('payment_allocations', "under_way = {$invoice->id}"), "Round {$round}: {$said}");
                foreach ($this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($invoice->id, Viewer::system()) as $payment) {
                    if ($payment->gateway_payment_id !== null) {
                        // A payer who had the form open sends it now.
                        $this->confirm($payment);
                    }
                }
            }
            self::assertSame(0, $this->ledger()['charges'], "Round {$round}");
        }
    }

    /** Two databases, two ways to say who was first: never with a 500. */
    public function test_voiding_and_marking_as_paid_at_once_answers_both_in_words(): void
    {
        $staff = $this->administrator();
        $rounds = (int) (getenv('COUNTERFOIL_ROUNDS') ?: 2);
        for ($round = 0; $round < $rounds; $round++) {
            $invoices = array_map(fn (int $number): Invoice => $this->issued($this->client("Client {$round}-{$number}", "client{$round}-{$number}@harbour.test")), range(0, 5));

            $answers = Processes::parallel(12, __DIR__ . '/parallel-void.php', [$staff, array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices), 12300]);

            self::assertSame(array_fill(0, 12, null), array_column($answers, 'error'), "Round {$round}");
            foreach ($invoices as $index => $invoice) {
                $said = array_column(array_slice($answers, 2 * $index, 2), 'result');
                self::assertContains($said, [['200 void', '409 counterfoil_invoice_void'], ['409 counterfoil_invoice_has_payments', '200 paid']], "Round {$round}");
            }
        }
    }
}
