<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** A refund that fails after it was said that it had worked: books, invoice, credit and everybody who was told. */
final class FailedRefundTest extends IntegrationTestCase
{
    use HearsOfDisputes;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->office_is_reachable();
    }

    public function test_a_part_that_comes_back_is_paid_again_and_all_hear_of_it_once(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $this->refunded($payment, 10000, 'kept');
        $refund = $this->refunded($payment, 2300, 'comes back');
        self::assertSame(Settlement::Refunded, $this->facts($invoice)[0]);

        $this->comes_back($payment, $refund);
        $this->comes_back($payment, $refund);
        self::assertSame(RefundState::Failed, $this->plugin()->module(RefundsModule::class)->refunds()->get($refund->id)->state);
        self::assertSame(10000, $this->invoice_now($invoice)->refunded);
        self::assertSame(10000, $this->payment_now($payment)->refunded->amount);
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'refund.failed', true)));
        self::assertSame([1, 1], [$this->rows_in('outbox', "message = 'refund_failed'"), $this->rows_in('outbox', "message = 'refund_problem'")]);
        $this->assert_verified();
        $flag = fn (): string => $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", user: $this->administrator())->get_data()['payments'][0]['flag'];
        self::assertSame('The refund of €23.00 failed. Refund the client another way and record the refund.', $flag());
        // It can be given back in another way now.
        self::assertSame(RefundState::Succeeded, $this->refunded($payment, 2300, 'again')->state);
        self::assertSame('', $flag());
        $this->assert_verified();
        $this->assert_books_agree();
    }

    public function test_what_a_credit_note_gave_back_is_the_clients_credit_again(): void
    {
        $staff = $this->administrator();
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $version = $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", user: $staff)->get_data()['version'];
        self::assert_status(201, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/credit-notes", ['extent' => ['type' => 'rest'], 'reason' => 'Called off', 'surplus' => 'refund', 'version' => $version], $staff));
        [$refund] = $this->plugin()->module(RefundsModule::class)->refunds()->of_payment($payment->id);
        self::assertSame(0, $this->credit($invoice->client_id));

        $this->comes_back($payment, $refund);
        self::assertSame(12300, $this->credit($invoice->client_id));
        self::assertSame([0, 12300], array_slice($this->facts($invoice), 1));
        self::assertSame(1, $this->rows_in('outbox', "message = 'refund_failed'"));
        $this->assert_verified();
        $this->assert_books_agree();
    }

    /** @return iterable<string, array{list<string>}> */
    public static function orders(): iterable
    {
        yield 'as it happened' => [['refund.created', 'refund.failed', 'charge.refund.updated']];
        yield 'backwards' => [['charge.refund.updated', 'refund.failed', 'refund.created']];
        yield 'twice' => [['refund.failed', 'refund.failed', 'refund.failed']];
    }

    /** @param list<string> $types */
    #[DataProvider('orders')]
    public function test_abuse_44_in_whatever_order_it_is_heard(array $types): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $refund = $this->refunded($payment, 2300, 'comes back');
        $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed', 'quiet' => true]);
        foreach ($types as $type) {
            $object = ['id' => (string) $refund->gateway_refund_id, 'object' => 'refund', 'payment_intent' => (string) $payment->gateway_payment_id, 'charge' => 'ch_1'];
            $body = (string) json_encode(['id' => 'evt_' . bin2hex(random_bytes(6)), 'object' => 'event', 'type' => $type, 'livemode' => false, 'data' => ['object' => $object]]);
            $time = $this->plugin()->clock()->now()->getTimestamp();
            self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET)]));
        }
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertSame([1, 1], [$this->rows_in('outbox', "message = 'refund_failed'"), $this->rows_in('outbox', "message = 'refund_problem'")]);
        $this->assert_verified();
    }

    public function test_abuse_39_killed_at_every_step(): void
    {
        for ($step = 1; $step < 120; $step++) {
            $invoice = $this->issued($this->client("Client {$step}", "client{$step}@harbour.test"));
            $payment = $this->paid($invoice);
            $refund = $this->refunded($payment, 2300, "refund-{$step}");
            $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed', 'quiet' => true]);
            $read = fn () => $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
            $killed = Killed::at($step, $read);
            $read();
            self::assertSame(Settlement::Paid, $this->facts($invoice)[0], "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'refund_failed' AND invoice_id = {$invoice->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(8, $step);
        $this->assert_verified();
    }

    private function refunded(Payment $payment, int $amount, string $key): Refund
    {
        return $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of($amount, 'EUR'), '', Viewer::system(), $key);
    }

    private function comes_back(Payment $payment, Refund $refund): void
    {
        if ($this->plugin()->module(RefundsModule::class)->refunds()->get($refund->id)->state !== RefundState::Failed) {
            $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed', 'quiet' => true]);
        }
        $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
    }

    private function credit(int $client_id): int
    {
        return $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system())['EUR']['credit'];
    }
}
