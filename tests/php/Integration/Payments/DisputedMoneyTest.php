<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Disputes\CheckDispute;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 14: the books, the invoice, the client's page and the agency's mail follow a dispute from its opening to its end. */
final class DisputedMoneyTest extends IntegrationTestCase
{
    use FitsContract;
    use HearsOfDisputes;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->office_is_reachable();
    }

    public function test_withdrawn_the_invoice_is_due_again_and_paid_once_it_is_won(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $dispute = $this->disputed($payment);
        $this->hears($dispute, 'created');

        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        self::assertSame(['dispute.opened', 'payment.reversed', 'invoice.due_again'], array_slice($this->happened($invoice->id), -3));
        self::assertSame(12300, $this->payment_now($payment)->reversed->amount);
        self::assertSame(0, $this->net_billings($invoice->client_id));
        self::assertSame(['dispute to office@agency.test'], $this->mails());
        $this->assert_verified();

        $this->goes_on($dispute, 'won');
        $this->hears($dispute, 'funds_reinstated');
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertSame(['dispute.won', 'payment.restored', 'invoice.paid'], array_slice($this->happened($invoice->id), -3));
        self::assertSame(12300, $this->net_billings($invoice->client_id));
        self::assertSame(['dispute to office@agency.test'], $this->mails());
        $this->assert_verified();
    }

    public function test_lost_it_stays_due_and_may_be_paid_again_or_credited(): void
    {
        $client = $this->client();
        [$again, $off] = [$this->issued($client), $this->issued($client)];
        foreach ([$again, $off] as $invoice) {
            $dispute = $this->disputed($this->paid($invoice));
            $this->hears($dispute);
            $this->goes_on($dispute, 'lost');
            $this->hears($dispute);
            self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        }
        $this->paid($again);
        self::assertSame(Settlement::Paid, $this->facts($again)[0]);
        $version = $this->rest('GET', "/counterfoil/v1/invoices/{$off->id}", user: $this->administrator())->get_data()['version'];
        self::assert_status(201, $this->rest('POST', "/counterfoil/v1/invoices/{$off->id}/credit-notes", ['extent' => ['type' => 'rest'], 'reason' => 'The sale is off', 'surplus' => 'keep', 'version' => $version], $this->administrator()));
        self::assertSame([0, 0], array_slice($this->facts($off), 1));
        $this->assert_verified();
    }

    public function test_an_inquiry_marks_and_moves_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $dispute = $this->disputed($payment, ['inquiry' => true]);
        $this->hears($dispute);

        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertTrue($this->row($invoice->id)['is_disputed']);
        self::assertSame(0, $this->rows_in('payment_reversals'));
        // It ends where the money is given back.
        $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(100, 'EUR'), '', Viewer::system(), 'one');
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertFalse($this->row($invoice->id)['is_disputed']);
        $this->assert_verified();
    }

    public function test_a_part_leaves_the_rest_paid_and_what_is_over_goes_first(): void
    {
        $invoice = $this->issued($this->client());
        $dispute = $this->disputed($this->paid($invoice), ['amount' => 2300]);
        $this->hears($dispute);

        self::assertSame([Settlement::PartPaid, 2300, 0], $this->facts($invoice));
        $this->goes_on($dispute, 'lost');
        $this->hears($dispute);
        self::assertSame([Settlement::PartPaid, 2300, 0], $this->facts($invoice));
        $this->assert_verified();
    }

    public function test_of_several_invoices_the_newest_is_due_again_first(): void
    {
        $client = $this->client();
        [$older, $newer] = [$this->issued($client), $this->issued($client)];
        $payments = $this->plugin()->module(PaymentsModule::class);
        $payment = $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($client, $older, $newer, $payments): Payment {
            $payments->payments()->lock_invoices([$older->id, $newer->id]);
            $id = $payments->payments()->record_offline([$older->id => 12300, $newer->id => 12300], $client->id, Money::of(24600, 'EUR'), OfflineMethod::Other, '', false, $this->plugin()->clock()->now(), 'both');
            $payments->payments()->note($id, ['gateway' => 'stripe', 'mode' => 'test']);
            $payment = $payments->payments()->get($id, Viewer::system());
            $change->event('payment.succeeded', $payment->subjects(), $client->id);
            $payments->allocate()->came($change, $payment, 'payment.received');

            return $payment;
        });
        $says = fn (DisputeState $state, int $taken, int $movements) => $this->plugin()->module(WebhooksModule::class)->record_dispute()->handle($payment, new GatewayDispute('du_both', 'test', '', $state, 20000, 'EUR', 'fraudulent', null, taken: $taken, movements: $movements), 'Stripe');
        $says(DisputeState::Opened, 20000, 1);
        self::assertSame([[Settlement::PartPaid, 7700, 0], [Settlement::Unpaid, 12300, 0]], array_map($this->facts(...), [$older, $newer]));
        $this->assert_verified();

        // Some of it comes again.
        $says(DisputeState::Won, 5000, 2);
        self::assertSame([[Settlement::Paid, 0, 0], [Settlement::PartPaid, 5000, 0]], array_map($this->facts(...), [$older, $newer]));
        $says(DisputeState::Won, 0, 3);
        self::assertSame([[Settlement::Paid, 0, 0], [Settlement::Paid, 0, 0]], array_map($this->facts(...), [$older, $newer]));
        $this->assert_verified();
    }

    /** @return iterable<string, array{list<string>}> */
    public static function orders(): iterable
    {
        yield 'as it happened' => [['created', 'funds_withdrawn', 'updated', 'funds_reinstated', 'closed']];
        yield 'backwards' => [['closed', 'funds_reinstated', 'updated', 'funds_withdrawn', 'created']];
        yield 'each twice' => [['created', 'created', 'funds_withdrawn', 'funds_withdrawn', 'closed', 'closed', 'funds_reinstated', 'funds_reinstated']];
        yield 'most of them lost' => [['closed']];
    }

    /**
     * All calls come when it is over, or each while it lasts: the end is the same, and each thing is told once.
     *
     * @param list<string> $types
     */
    #[DataProvider('orders')]
    public function test_abuse_44_in_whatever_order_the_calls_come_the_end_is_the_same(array $types): void
    {
        foreach (['won' => [Settlement::Paid, 0], 'lost' => [Settlement::Unpaid, 12300]] as $outcome => [$settlement, $due]) {
            $invoice = $this->issued($this->client("Client {$outcome}", "{$outcome}@harbour.test"));
            $dispute = $this->disputed($this->paid($invoice));
            $this->goes_on($dispute, $outcome);
            foreach ($types as $number => $type) {
                $this->hears($dispute, $type, "evt_{$outcome}_{$type}_" . ($number % 2));
            }
            self::assertSame([$settlement, $due, 0], $this->facts($invoice));
            self::assertSame(1, $this->rows_in('disputes', "gateway_dispute_id = '{$dispute}'"));
            self::assertSame(1, $this->rows_in('outbox', "message = 'dispute' AND invoice_id = {$invoice->id}"));
        }
        $this->assert_verified();
    }

    public function test_an_answer_that_was_overtaken_changes_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $dispute = $this->disputed($payment);
        $older = $this->at_gateway($payment, $dispute);
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        $this->hears($dispute);
        $this->plugin()->module(WebhooksModule::class)->record_dispute()->handle($payment, $older, 'Stripe');
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertSame(0, $this->payment_now($payment)->reversed->amount);
        $this->assert_verified();
    }

    public function test_where_no_call_comes_through_the_worker_finds_it_and_its_end(): void
    {
        $invoice = $this->issued($this->client());
        $dispute = $this->disputed($this->paid($invoice));
        $this->later(7 * 3600);
        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));

        $this->goes_on($dispute, 'won');
        $this->later(25 * 3600);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertSame(0, $this->rows_in('queue', "job = '" . CheckDispute::JOB . "'"));
    }

    public function test_abuse_39_killed_at_every_step_of_a_withdrawal_and_a_return(): void
    {
        $steps = [];
        foreach (['withdrawn', 'won'] as $what) {
            for ($step = 1; $step < 120; $step++) {
                $invoice = $this->issued($this->client("Client {$what} {$step}", "{$what}{$step}@harbour.test"));
                $payment = $this->paid($invoice);
                $dispute = $this->disputed($payment);
                if ($what === 'won') {
                    $this->records($payment, $dispute);
                    $this->goes_on($dispute, 'won');
                }
                $killed = Killed::at($step, fn () => $this->records($payment, $dispute));
                $this->records($payment, $dispute);
                self::assertSame($what === 'won' ? [Settlement::Paid, 0, 0] : [Settlement::Unpaid, 12300, 0], $this->facts($invoice), "{$what}, step {$step}");
                if (! $killed) {
                    break;
                }
            }
            $steps[$what] = $step;
        }
        self::assertGreaterThan(10, min($steps));
        $this->assert_verified();
    }

    public function test_a_refund_is_refused_until_it_is_decided(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $dispute = $this->disputed($payment, ['amount' => 2300]);
        $this->hears($dispute);
        $refund = fn (string $key) => $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(100, 'EUR'), '', Viewer::system(), $key);
        try {
            $refund('early');
            self::fail('The bank has the say.');
        } catch (DomainError $error) {
            self::assertSame('payment_disputed', $error->reason);
        }
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertSame(100, $refund('late')->amount->amount);
    }

    public function test_staff_and_client_see_what_happened(): void
    {
        $invoice = $this->issued($this->client());
        $dispute = $this->disputed($this->paid($invoice));
        $this->hears($dispute);
        $seen = $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", user: $this->administrator());
        $one = self::fits('invoices.get', $seen)['payments'][0]['disputes'][0];
        self::assertSame(['opened', 12300, 12300, 1500], [$one['state'], $one['amount']['amount'], $one['taken']['amount'], $one['fee']['amount']]);
        self::assertStringEndsWith("/test/disputes/{$dispute}", $one['url']);
        self::assertTrue($this->row($invoice->id)['is_disputed']);

        $rows = $this->plugin()->provided(MoneyOfInvoices::class)->received($invoice->id);
        self::assertSame([12300, -12300], array_map(static fn (array $row): int => $row['amount']->amount, $rows));
        self::assertSame('Withdrawn by the bank because of a dispute', $rows[1]['what']);
        $statement = $this->rest('GET', "/counterfoil/v1/clients/{$invoice->client_id}/statement", user: $this->administrator());
        self::assertStringContainsString("Payment for {$invoice->number} withdrawn because of a dispute", (string) json_encode($statement->get_data(), JSON_UNESCAPED_UNICODE));
    }

    private function records(Payment $payment, string $dispute): void
    {
        $this->plugin()->module(WebhooksModule::class)->record_dispute()->handle($payment, $this->at_gateway($payment, $dispute), 'Stripe');
    }

    private function at_gateway(Payment $payment, string $dispute): GatewayDispute
    {
        $gateway = $this->plugin()->module(PaymentsModule::class)->registry()->of($payment);
        self::assertInstanceOf(ReportsDisputes::class, $gateway);

        return $gateway->dispute($dispute);
    }

    /** @return array<string, mixed> of the list */
    private function row(int $invoice_id): array
    {
        $rows = $this->rest('GET', '/counterfoil/v1/invoices', user: $this->administrator())->get_data()['items'];

        return array_values(array_filter($rows, static fn (array $row): bool => $row['id'] === $invoice_id))[0];
    }

    private function net_billings(int $client_id): int
    {
        return $this->rest('GET', "/counterfoil/v1/clients/{$client_id}", user: $this->administrator())->get_data()['net_billings'][0]['amount'];
    }

    private int $last_mail = 0;

    /** @return list<string> "dispute to office@agency.test", left since this was asked before, beside invoices and receipts */
    private function mails(): array
    {
        $rows = $this->plugin()->database()->rows("SELECT id, message, recipient FROM {$this->plugin()->database()->table('outbox')} WHERE id > ? AND message NOT IN ('invoice', 'receipt') ORDER BY id", [$this->last_mail]);
        $this->last_mail = max($this->last_mail, 0, ...array_map(static fn (array $row): int => (int) $row['id'], $rows));

        return array_map(static fn (array $row): string => "{$row['message']} to {$row['recipient']}", $rows);
    }
}
