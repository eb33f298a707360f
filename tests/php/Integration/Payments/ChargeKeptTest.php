<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Kept methods are charged without the client being there: once, whatever happens. */
final class ChargeKeptTest extends IntegrationTestCase
{
    use KeepsMethods;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    private function charge(Invoice $invoice, string $key = 'try-1', ?int $method_id = null): Payment
    {
        return $this->plugin()->module(MethodsModule::class)->charge()->handle($invoice->id, $method_id, $key);
    }

    private function refusal(Invoice $invoice, string $key = 'try-1', ?int $method_id = null): string
    {
        try {
            return $this->charge($invoice, $key, $method_id)->state->value;
        } catch (DomainError $error) {
            return "{$error->status} {$error->reason}";
        }
    }

    public function test_a_card_is_charged_once_with_one_call_whatever_the_key_is_used_for(): void
    {
        $client = $this->client();
        $method = $this->kept($client);
        $invoice = $this->issued($client);
        self::assertTrue($method->is_default);
        self::assertSame(['Visa 4242', 12], [$method->label, $method->expiry_month]);
        $this->stripe->control('DELETE', 'requests');

        $payment = $this->charge($invoice);

        self::assertSame([PaymentState::Succeeded, $method->id, 'Visa 4242'], [$payment->state, $payment->method_id, $payment->method]);
        self::assertCount(1, $this->stripe->control('GET', 'requests')['requests']);
        self::assertSame($payment->id, $this->charge($invoice)->id);
        self::assertSame('409 nothing_due', $this->refusal($invoice, 'try-2'));
        self::assertSame('409 key_used', $this->refusal($this->issued($client)));
        self::assertSame(1, $this->ledger()['charges']);
        self::assertSame([Settlement::Paid, 12300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        $this->assert_books_agree();
    }

    public function test_nothing_is_charged_but_the_clients_own(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        self::assertSame('409 no_method', $this->refusal($invoice));
        $foreign = $this->kept($this->client('Other', 'other@harbour.test'));
        self::assertSame('404 not_found', $this->refusal($invoice, 'try-1', $foreign->id));
        self::assertSame('404 not_found', $this->refusal($invoice, 'try-1', 999_999));
        $own = $this->kept($client);
        $this->plugin()->module(MethodsModule::class)->remove()->handle($own->id, RemovedWhy::Client, Viewer::system());
        self::assertSame('409 method_gone', $this->refusal($invoice, 'try-1', $own->id));
        self::assertSame('409 no_method', $this->refusal($invoice));
        self::assertSame(0, $this->rows_in('payments'));
        self::assertSame(0, $this->ledger()['charges']);
    }

    /** @return array<string, array{string, FailureReason}> */
    public static function declines(): array
    {
        return [
            'insufficient funds' => ['pm_card_chargeCustomerFail', FailureReason::Declined],
            'needs 3-D Secure' => ['pm_card_authenticationRequired', FailureReason::NeedsClient],
        ];
    }

    #[DataProvider('declines')]
    public function test_what_is_declined_stays_payable_and_makes_room_for_the_next_try(string $card, FailureReason $reason): void
    {
        $client = $this->client();
        $this->kept($client, $card);
        $invoice = $this->issued($client);

        $payment = $this->charge($invoice);

        self::assertSame([PaymentState::Failed, $reason->value, true], [$payment->state, $payment->failure_code, $payment->is_under_way]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'payment_failed'"));
        self::assertSame($payment->id, $this->charge($invoice)->id, 'The same key is the same try.');
        $on_page = $this->begun($invoice);
        self::assertSame([$payment->id, $payment->gateway_payment_id], [$on_page->id, $on_page->gateway_payment_id]);

        $good = $this->kept($client);
        $next = $this->charge($invoice, 'try-2', $good->id);
        self::assertSame(PaymentState::Succeeded, $next->state);
        self::assertSame(PaymentState::Cancelled, $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->state);
        self::assertSame(12300, $this->ledger()['charged']);
        $this->assert_books_agree();
    }

    public function test_the_client_completes_what_their_bank_asked_them_for_on_the_pay_page(): void
    {
        $client = $this->client();
        $this->kept($client, 'pm_card_authenticationRequired');
        $invoice = $this->issued($client);
        $payment = $this->charge($invoice);

        $this->confirm($this->begun($invoice), '4000002760003184', ['authenticate' => 'complete']);
        $payment = $this->refreshed($payment);

        self::assertSame([PaymentState::Succeeded, Settlement::Paid], [$payment->state, $this->invoice_now($invoice)->settlement]);
        $this->assert_books_agree();
    }

    public function test_a_debit_is_on_its_way_for_days_and_no_other_try_is_made_meanwhile(): void
    {
        $client = $this->client();
        $this->kept($client, 'pm_sepa_debit');
        $invoice = $this->issued($client);

        $payment = $this->charge($invoice);

        self::assertSame([PaymentState::Processing, 'SEPA 3201'], [$payment->state, $payment->method]);
        self::assertSame('409 in_progress', $this->refusal($invoice, 'try-2'));
        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
        self::assertSame(PaymentState::Succeeded, $this->charge($invoice)->state);
        self::assertSame(1, $this->ledger()['charges']);
    }

    /** @return array<string, array{string, array<string, mixed>}> */
    public static function silences(): array
    {
        return [
            'cut before' => ['cut-before', []],
            'cut after' => ['cut-after', []],
            'an error that the key keeps' => ['500', []],
            'an error after it was done' => ['500', ['after' => true]],
        ];
    }

    /** @param array<string, mixed> $more */
    #[DataProvider('silences')]
    public function test_what_is_not_known_is_settled_by_asking(string $kind, array $more): void
    {
        $client = $this->client();
        $this->kept($client);
        $invoice = $this->issued($client);
        $this->fault($kind, '/v1/payment_intents', $more);

        self::assertSame(PaymentState::Unknown, $this->charge($invoice)->state);
        self::assertSame('409 in_progress', $this->refusal($invoice, 'try-2'));
        $this->later(150);
        $this->later(400);
        $payment = $this->charge($invoice);
        if ($payment->state === PaymentState::Failed) {
            self::assertSame([FailureReason::NotReached->value, false], [$payment->failure_code, $payment->is_under_way]);
            $payment = $this->charge($invoice, 'try-2');
        }
        self::assertSame(PaymentState::Succeeded, $payment->state);
        self::assertSame([1, 12300], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $this->assert_books_agree();
    }

    public function test_killed_at_every_step(): void
    {
        for ($step = 1; $step < 80; $step++) {
            $client = $this->client("Client {$step}", "client{$step}@harbour.test");
            $this->kept($client);
            $invoice = $this->issued($client);
            $killed = Killed::at($step, fn () => $this->charge($invoice, "key-{$step}"));
            if ($step % 2 === 0) {
                $this->asked_later(150);
            }
            // Another process may hold it for a minute.
            $this->charge($invoice, "key-{$step}");
            $this->asked_later(150);
            self::assertSame(PaymentState::Succeeded, $this->charge($invoice, "key-{$step}")->state, "Step {$step}");
            self::assertSame([Settlement::Paid, 12300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid], "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(8, $step);
        self::assertSame($step, $this->ledger()['charges']);
        self::assertSame($step, $this->made('payment_intents'));
        $this->assert_books_agree();
    }

    public function test_what_was_written_down_and_never_asked_for_can_be_called_off(): void
    {
        $client = $this->client();
        $this->kept($client);
        $invoice = $this->issued($client);
        // Dies with its row committed, before the gateway hears of it.
        $die = static fn (): never => throw new Killed('Before the call.');
        add_filter('http_request_args', $die, 1);
        try {
            $this->charge($invoice);
            self::fail('It goes on.');
        } catch (Killed) {
            remove_filter('http_request_args', $die, 1);
        }
        $stop = fn (): ?Payment => $this->plugin()->module(PaymentsModule::class)->stop()->handle($invoice->id);
        self::assertTrue($stop()->is_under_way ?? false, 'Another process may be asking at this moment.');

        $this->later(70);
        self::assertSame(PaymentState::Cancelled, $stop()->state ?? null);
        $this->later(400);
        self::assertSame([0, PaymentState::Cancelled], [$this->made('payment_intents'), $this->charge($invoice)->state]);
    }
}
