<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Payments\Reversals\ReturnReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 7: every step can be killed, and the next run repairs it. Each test dies at the first step, then at the second, … */
final class KilledAnywhereTest extends IntegrationTestCase
{
    use PaysInvoices;

    /** More steps than any of these has; a test that gets there would not have ended. */
    private const MOST_STEPS = 120;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    private function invoice_number(int $step): Invoice
    {
        return $this->issued($this->client("Client {$step}", "client{$step}@harbour.test"));
    }

    public function test_abuse_39_killed_while_beginning_to_pay(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->invoice_number($step);
            $killed = Killed::at($step, fn () => $this->begun($invoice));

            // Sometimes the worker comes by first, sometimes the payer clicks again at once.
            if ($step % 2 === 0) {
                $this->asked_later(400);
            }
            $payment = $this->begun($invoice);
            self::assertNotNull($payment->gateway_payment_id, "Step {$step}");
            $this->confirm($payment);
            $this->asked_later(400);
            $this->assert_paid_once($invoice, $step);
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        self::assertSame($step, $this->ledger()['charges']);
        self::assertSame($step, $this->made('payment_intents'), 'None was begun twice.');
        self::assertSame($step, $this->made('customers'));
        $this->assert_books_agree();
    }

    public function test_abuse_39_killed_while_writing_down_what_was_paid(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->invoice_number($step);
            $payment = $this->begun($invoice);
            $this->confirm($payment);
            $killed = Killed::at($step, fn () => $this->refreshed($payment));

            $this->asked_later(400);
            $this->assert_paid_once($invoice, $step);
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        $this->assert_books_agree();
    }

    public function test_abuse_39_killed_while_giving_back(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->invoice_number($step);
            $payment = $this->paid($invoice);
            $give_back = fn () => $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(2300, 'EUR'), '', Viewer::system(), "refund-{$step}");
            $killed = Killed::at($step, $give_back);

            if ($step % 2 === 0) {
                $this->asked_later(400);
            }
            self::assertSame(RefundState::Succeeded, $give_back()->state, "Step {$step}");
            self::assertSame(2300, $this->invoice_now($invoice)->refunded, "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'refund' AND invoice_id = {$invoice->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        self::assertSame(2300 * $step, $this->ledger()['refunded']);
        $this->assert_books_agree();
    }

    public function test_killed_while_a_debit_comes_back(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->invoice_number($step);
            $payment = $this->begun($invoice);
            $this->confirm($payment, 'pm_sepa_debit');
            $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
            $payment = $this->refreshed($payment);
            $answer = new GatewayDispute("du_{$step}", 'test', (string) $payment->gateway_payment_id, DisputeState::Lost, $payment->received->amount, 'EUR', 'insufficient_funds', null, returned: ReturnReason::InsufficientFunds);
            $return = fn () => $this->plugin()->module(ReversalsModule::class)->return_debit()->handle($payment, $answer, 'Stripe');
            $killed = Killed::at($step, $return);

            $return();
            $return();
            self::assertSame([Settlement::Unpaid, $invoice->total], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->due()->amount], "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'payment_returned' AND invoice_id = {$invoice->id}"), "Step {$step}");
            self::assertSame(1, $this->rows_in('payment_reversals', "payment_id = {$payment->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }

    public function test_abuse_34_killed_while_recording_what_came_offline(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->invoice_number($step);
            $open = $this->begun($invoice);
            $record = fn () => $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::Cash, $this->day(), '', true, Actor::system(), "cash-{$step}");
            $killed = Killed::at($step, $record);

            $record();
            $this->asked_later(400);
            $this->assert_paid_once($invoice, $step);
            self::assertSame(PaymentState::Cancelled, $this->plugin()->module(PaymentsModule::class)->payments()->get($open->id, Viewer::system())->state, "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        self::assertSame(0, $this->ledger()['charges']);
    }

    /** @return iterable<string, array{string, array<string, mixed>}> */
    public static function faults(): iterable
    {
        yield 'busy' => ['429', []];
        yield 'broken before it began' => ['500', ['kept' => false]];
        yield 'broken, and the key keeps it' => ['500', []];
        yield 'broken after it was done' => ['500', ['after' => true, 'kept' => false]];
        yield 'cut before' => ['cut-before', []];
        yield 'cut after it was done' => ['cut-after', []];
        yield 'late' => ['timeout', ['after' => true]];
    }

    /** @param array<string, mixed> $more */
    #[\PHPUnit\Framework\Attributes\DataProvider('faults')]
    public function test_abuse_39_the_gateway_fails_while_a_payment_begins(string $kind, array $more): void
    {
        add_filter('http_request_timeout', static fn (): int => 1);
        add_filter('http_request_args', static fn (array $arguments): array => ['timeout' => 1] + $arguments);
        foreach (['/v1/customers', '/v1/payment_intents'] as $number => $path) {
            $invoice = $this->invoice_number($number);
            $this->fault($kind, $path, $more);
            $first = $this->begun($invoice);
            self::assertContains($first->state, [PaymentState::Intended, PaymentState::Unknown]);

            $this->asked_later(400);
            $this->asked_later(400);
            $payment = $this->begun($invoice);
            self::assertNotNull($payment->gateway_payment_id);
            $this->confirm($payment);
            $this->asked_later(800);
            $this->assert_paid_once($invoice, $number);
        }
        self::assertSame(2, $this->ledger()['charges']);
        $this->assert_books_agree();
    }

    /** @param array<string, mixed> $more */
    #[\PHPUnit\Framework\Attributes\DataProvider('faults')]
    public function test_abuse_39_the_gateway_fails_while_giving_back(string $kind, array $more): void
    {
        add_filter('http_request_args', static fn (array $arguments): array => ['timeout' => 1] + $arguments);
        $invoice = $this->invoice_number(1);
        $payment = $this->paid($invoice);
        $this->fault($kind, '/v1/refunds', $more);
        try {
            $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'back');
            self::fail('It can’t be known yet.');
        } catch (DomainError $error) {
            self::assertSame(502, $error->status);
        }
        // Meanwhile nobody can give the same money back a second time.
        try {
            $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(1, 'EUR'), '', Viewer::system(), 'another');
            self::fail('The sum is set aside.');
        } catch (DomainError $error) {
            self::assertSame('refund_too_large', $error->reason);
        }

        $this->asked_later(400);
        $this->asked_later(400);

        $refund = $this->plugin()->module(RefundsModule::class)->refunds()->find_by_key('back');
        if ($kind === '500' && $more === []) {
            // The key keeps the failure for good, and the gateway has no such refund: it is free to be made anew.
            self::assertSame(RefundState::Failed, $refund?->state);
            $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(12300, 'EUR'), '', Viewer::system(), 'anew');
        }
        self::assertSame(RefundState::Succeeded, $refund?->state);
        self::assertSame(Settlement::Refunded, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'refund'"));
        self::assertSame(12300, $this->ledger()['refunded']);
        $this->assert_books_agree();
    }

    public function test_abuse_39_silence_while_asking_changes_nothing(): void
    {
        $invoice = $this->invoice_number(1);
        $payment = $this->begun($invoice);
        $this->confirm($payment);
        foreach (['500', 'cut-before', '429'] as $kind) {
            $this->stripe->control('POST', 'faults', ['kind' => $kind, 'match' => ['method' => 'GET', 'path' => '/v1/payment_intents/*']]);
            $view = $this->plugin()->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system());
            self::assertTrue($view->is_unanswered, $kind);
            self::assertSame(PaymentState::Intended, $view->payment->state, $kind);
            self::assertSame('processing', $this->plugin()->module(PayPagesModule::class)->portal_resource()->to_wire($view)['state'], $kind);
        }
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
    }

    private function assert_paid_once(Invoice $invoice, int $step): void
    {
        $now = $this->invoice_now($invoice);
        self::assertSame([Settlement::Paid, 12300, 0], [$now->settlement, $now->paid, $now->credit()->amount], "Step {$step}");
        self::assertSame(1, $this->rows_in('payment_allocations', "invoice_id = {$invoice->id} AND amount = 12300"), "Step {$step}");
        self::assertSame(0, $this->rows_in('payment_allocations', "under_way = {$invoice->id}"), "Step {$step}");
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt' AND invoice_id = {$invoice->id}"), "Step {$step}");
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)), "Step {$step}");
    }
}
