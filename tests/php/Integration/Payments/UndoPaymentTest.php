<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** Money that was recorded by mistake: a counter-entry, and everything is as if it had not come. */
final class UndoPaymentTest extends IntegrationTestCase
{
    use FitsContract;
    use HearsOfDisputes;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    private function recorded(Invoice $invoice, int $amount = 12300, bool $send_receipt = false): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $this->day(), 'Transfer 7', $send_receipt, Actor::system(), bin2hex(random_bytes(8)));
    }

    private function undo(Payment $payment, string $reason = 'Wrong client', ?int $user = null): WP_REST_Response
    {
        return $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/undo", ['reason' => $reason], $user ?? $this->staff);
    }

    public function test_the_invoice_is_due_again_and_both_postings_are_in_the_statement(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->recorded($invoice, send_receipt: true);
        self::assertTrue($this->detail($invoice)['can_undo']);

        $row = self::fits('payments.undo', $this->undo($payment));
        self::assertSame([0, false], [$row['kept']['amount'], $row['can_undo']]);
        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        self::assertSame(['payment.reversed', 'invoice.due_again'], array_slice($this->happened($invoice->id), -2));
        self::assertSame([false, true], [$this->detail($invoice)['can_undo'], $this->detail($invoice)['is_undone']]);
        $statement = (string) json_encode($this->rest('GET', "/counterfoil/v1/clients/{$invoice->client_id}/statement", user: $this->staff)->get_data(), JSON_UNESCAPED_UNICODE);
        self::assertStringContainsString("Payment for {$invoice->number} · Bank transfer", $statement);
        self::assertStringContainsString("Payment for {$invoice->number} undone", $statement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'payment_undone' AND recipient = 'ada@harbour.test'"));
        // The paper that was sent stays as it is.
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/payments/{$payment->id}/receipt", user: $this->staff));
        $this->assert_verified();

        self::fits('payments.undo', $this->undo($payment));
        self::assertSame(1, $this->rows_in('payment_reversals'));
        self::assertSame(1, $this->rows_in('outbox', "message = 'payment_undone'"));
        // The right one can be recorded now.
        $this->recorded($invoice);
        self::assertSame(Settlement::Paid, $this->facts($invoice)[0]);
        $this->assert_verified();
    }

    public function test_a_client_who_was_told_nothing_is_told_nothing(): void
    {
        $this->undo($this->recorded($this->issued($this->client())));

        self::assertSame(0, $this->rows_in('outbox', "message = 'payment_undone'"));
    }

    public function test_a_part_leaves_the_other_part(): void
    {
        $invoice = $this->issued($this->client());
        $this->recorded($invoice, 2300);
        $this->undo($this->recorded($invoice, 10000));

        self::assertSame([Settlement::PartPaid, 10000, 0], $this->facts($invoice));
        $this->assert_verified();
    }

    public function test_the_invoice_that_it_made_of_a_pro_forma_stays_and_is_due_again(): void
    {
        $pro_forma = $this->issued($this->client(), ['kind' => 'pro_forma']);
        $payment = $this->payment_now($this->recorded($pro_forma, send_receipt: true));
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($payment->invoice_id, Viewer::system());
        self::assertNotSame($pro_forma->id, $invoice->id);

        self::fits('payments.undo', $this->undo($payment));
        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
        self::assertSame(Settlement::Invoiced, $this->facts($pro_forma)[0]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'payment_undone'"));
        $this->assert_verified();
    }

    public function test_a_prepayment_that_is_still_credit_can_be_undone_and_one_that_was_used_not(): void
    {
        $client = $this->client();
        $prepaid = fn (string $key): Payment => $this->plugin()->module(CreditModule::class)->prepay()->handle($client->id, Money::of(20000, 'EUR'), OfflineMethod::BankTransfer, $this->day(), '', Viewer::system(), $key, true);
        self::fits('payments.undo', $this->undo($prepaid('one')));
        self::assertSame([], $this->plugin()->module(CreditModule::class)->statement()->of($client->id)['balances']);
        self::assertSame(1, $this->rows_in('outbox', "message = 'payment_undone'"));

        $used = $prepaid('two');
        $this->plugin()->module(CreditModule::class)->use()->handle($this->issued($client)->id, Money::of(100, 'EUR'), Viewer::system(), 'use');
        $this->refuses('payment_used', $used);
    }

    public function test_what_was_refunded_or_came_by_a_gateway_is_refused_with_words(): void
    {
        $client = $this->client();
        $refunded = $this->recorded($this->issued($client));
        $this->plugin()->module(RefundsModule::class)->refund()->handle($refunded->id, Money::of(100, 'EUR'), '', Viewer::system(), 'part');
        $this->refuses('payment_refunded', $refunded);

        $this->connect_stripe();
        $this->refuses('not_recorded_by_hand', $this->paid($this->issued($client)));
    }

    public function test_abuse_07_who_may_not_bill_undoes_nothing(): void
    {
        $payment = $this->recorded($this->issued($this->client()));

        self::assert_status(403, $this->undo($payment, user: $this->user('subscriber')));
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/payments/999999/undo', ['reason' => ''], $this->staff));
        self::assertSame(0, $this->rows_in('payment_reversals'));
    }

    public function test_abuse_39_killed_at_every_step(): void
    {
        for ($step = 1; $step < 120; $step++) {
            $invoice = $this->issued($this->client("Client {$step}", "client{$step}@harbour.test"));
            $payment = $this->recorded($invoice, send_receipt: true);
            $undo = fn () => $this->plugin()->module(ReversalsModule::class)->undo()->handle($payment->id, '', Viewer::system());
            $killed = Killed::at($step, $undo);
            $undo();
            self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice), "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'payment_undone' AND invoice_id = {$invoice->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        $this->assert_verified();
    }

    private function refuses(string $reason, Payment $payment): void
    {
        $answer = $this->undo($payment);
        self::assert_status(409, $answer);
        self::assertSame("counterfoil_{$reason}", $answer->get_data()['code']);
        self::assertFalse($this->rest('GET', '/counterfoil/v1/payments', user: $this->staff)->get_data()['items'][0]['can_undo']);
    }

    /** @return array<string, mixed> its only payment as staff sees it */
    private function detail(Invoice $invoice): array
    {
        return $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", user: $this->staff)->get_data()['payments'][0];
    }
}
