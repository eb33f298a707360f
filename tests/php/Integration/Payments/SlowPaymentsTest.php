<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\OnItsWay;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Response;

/** Money that is on its way for days, fails, or comes back weeks after it had come. */
final class SlowPaymentsTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    private int $staff;
    private Client $client;
    private Invoice $invoice;
    private int $gone = 0;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit,bacs_debit,us_bank_account,blik,p24,ideal']);
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
        $this->staff = $this->administrator();
        $this->client = $this->client();
        $this->invoice = $this->issued($this->client);
    }

    public function test_a_debit_is_on_its_way_for_days_and_both_sides_see_until_when(): void
    {
        $payment = $this->paid_by('pm_sepa_debit');
        $expected = Calendar::add_business_days($this->day(), 14);

        self::assertSame([PaymentState::Processing, 'SEPA 3201', $expected, true], [$payment->state, $payment->method, $payment->expected_on, $payment->can_be_returned]);
        $row = self::fits('invoices.list', $this->rest('GET', '/counterfoil/v1/invoices', user: $this->staff))['items'][0];
        self::assertSame(['expected_on' => $expected], $row['on_its_way']);
        $wire = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$this->invoice->id}", user: $this->staff));
        self::assertSame([$expected, 'processing'], [$wire['payments'][0]['expected_on'], $wire['payments'][0]['state']]);
        self::assertEquals([$this->invoice->id => new OnItsWay($this->invoice->total(), $expected)], $this->plugin()->module(PaymentsModule::class)->offer()->on_their_way([$this->invoice->id]));

        // A second click gets the same payment, and nothing to pay it with.
        $again = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$this->invoice->id}/payments", user: $this->payer($this->client));
        $again = self::fits('portal.pay', $again);
        self::assertSame([$payment->id, 'processing', $expected, null], [$again['id'], $again['state'], $again['expected_on'], $again['gateway']]);
        self::assertStringContainsString('on its way', $again['message']);
        self::assertSame(1, $this->calls('/v1/payment_intents'));

        $this->days(6);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        self::assertNull($this->now($payment)->expected_on);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertNull($this->rest('GET', '/counterfoil/v1/invoices', user: $this->staff)->get_data()['items'][0]['on_its_way']);
        $this->assert_verified();
    }

    public function test_the_payer_of_a_sepa_debit_is_told_of_it_with_mandate_and_creditor_once(): void
    {
        $payment = $this->paid_by('pm_sepa_debit');
        $this->later(1);
        $this->refreshed($payment);
        $this->later(86_400);

        $mails = $this->plugin()->database()->rows("SELECT data FROM {$this->plugin()->database()->table('outbox')} WHERE message = 'debit'");
        self::assertCount(1, $mails);
        $data = (array) json_decode((string) $mails[0]['data'], true);
        self::assertSame(['3201', 'AT98ZZZ00000000001'], [$data['last4'], $data['creditor_id']]);
        self::assertMatchesRegularExpression('/^[A-Z0-9]{16}$/', $data['reference']);
        self::assertContains('payment.debit_announced', $this->happened($this->invoice->id));

        // Stripe mails those of Bacs itself; a card asks for none.
        $other = $this->issued($this->client);
        $this->confirm($this->begun($other), '4242424242424242');
        $this->later(1);
        self::assertSame(1, $this->rows_in('outbox', "message = 'debit'"));
    }

    public function test_a_debit_that_fails_days_later_is_told_to_both_and_can_be_paid_again(): void
    {
        $payment = $this->paid_by('pm_sepa_debit_fails');
        $this->days(6);

        // Nobody has gone on with it for a day, so it is given up; why it failed stays.
        self::assertSame([PaymentState::Cancelled, FailureReason::AccountFunds->value], [$this->now($payment)->state, $this->now($payment)->failure_code]);
        self::assertSame(Settlement::Unpaid, $this->invoice_now($this->invoice)->settlement);
        self::assertSame([1, 1], [$this->rows_in('outbox', "message = 'payment_failed'"), $this->rows_in('outbox', "message = 'payment_problem'")]);
        $again = $this->begun($this->invoice);
        $this->confirm($again);
        $this->refreshed($again);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        $this->assert_verified();
    }

    /** The payer closed the tab, and no call came through while the bank had it. */
    public function test_a_debit_that_fails_before_anything_was_heard_of_it_is_told_to_both(): void
    {
        $payment = $this->begun($this->invoice);
        $this->confirm($payment, 'pm_sepa_debit_fails');
        $this->move(6);
        $this->hear('payment_intent.payment_failed');

        self::assertSame([PaymentState::Failed, FailureReason::AccountFunds->value], [$this->now($payment)->state, $this->now($payment)->failure_code]);
        self::assertSame([1, 1], [$this->rows_in('outbox', "message = 'payment_failed'"), $this->rows_in('outbox', "message = 'payment_problem'")]);
    }

    public function test_a_debit_that_comes_back_makes_its_invoice_due_again_and_says_why(): void
    {
        $payment = $this->paid_by('pm_sepa_debit_returned');
        $this->days(6);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        $this->move(21);
        $this->hear('charge.dispute.created');

        $this->assert_returned($payment);
        $wire = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$this->invoice->id}", user: $this->staff));
        self::assertSame('Returned by the bank: debit not authorized by the account holder', $wire['payments'][0]['reversals'][0]['what']);
        $returned = $this->plugin()->provided(MoneyOfInvoices::class)->returned($this->invoice->id);
        self::assertSame([12300, 'debit not authorized by the account holder'], $returned === null ? null : [$returned['amount']->amount, $returned['why']]);
        self::assertSame([12300, -12300], array_map(static fn (array $row): int => $row['amount']->amount, $this->plugin()->provided(MoneyOfInvoices::class)->received($this->invoice->id)));
        $kept = $this->rest('GET', '/counterfoil/v1/payments/summary', user: $this->staff)->get_data()['sums'];
        self::assertSame(0, array_sum(array_column($kept, 'amount')));

        // It can be paid again, in any way.
        $again = $this->begun($this->invoice);
        $this->confirm($again);
        $this->refreshed($again);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        $this->assert_verified();
    }

    /** @return iterable<string, array{list<string>}> */
    public static function orders(): iterable
    {
        $events = ['payment_intent.processing', 'payment_intent.succeeded', 'charge.dispute.created', 'charge.dispute.funds_withdrawn', 'charge.dispute.closed'];
        yield 'as they happened' => [$events];
        yield 'the last one first' => [array_reverse($events)];
        yield 'each twice' => [array_merge($events, $events)];
        yield 'the return before the success' => [['charge.dispute.closed', 'payment_intent.succeeded', 'charge.dispute.created']];
        yield 'only the last one came through' => [['charge.dispute.closed']];
        yield 'only the first ones of the return' => [['charge.dispute.created', 'charge.dispute.created']];
        yield 'withdrawn, long before anything else' => [['charge.dispute.funds_withdrawn', 'payment_intent.processing', 'payment_intent.succeeded']];
    }

    /** @param list<string> $events */
    #[DataProvider('orders')]
    public function test_whatever_calls_come_and_in_which_order_the_end_is_the_same(array $events): void
    {
        $payment = $this->begun($this->invoice);
        $this->confirm($payment, 'pm_sepa_debit_returned');
        $this->move(28);
        foreach ($events as $event) {
            $this->hear($event);
        }
        $this->assert_returned($payment);
        $this->assert_verified();
    }

    /** @return iterable<string, array{string, string}> */
    public static function banks(): iterable
    {
        yield 'BLIK' => ['PLN', 'pm_blik'];
        yield 'Przelewy24' => ['PLN', 'pm_p24'];
        yield 'iDEAL' => ['EUR', 'pm_ideal'];
    }

    #[DataProvider('banks')]
    public function test_what_is_confirmed_at_a_bank_is_paid_once_and_can_not_come_back(string $currency, string $method): void
    {
        $invoice = $this->issued($this->client, ['currency' => $currency]);
        $payment = $this->begun($invoice);
        $this->confirm($payment, $method);
        self::assertSame(PaymentState::RequiresAction, $this->refreshed($payment)->state);
        $this->confirm($payment, $method, ['authenticate' => 'fail']);
        self::assertSame(PaymentState::Failed, $this->refreshed($payment)->state);
        $this->confirm($payment, $method, ['authenticate' => 'complete']);
        $payment = $this->refreshed($payment);

        self::assertSame([PaymentState::Succeeded, false], [$payment->state, $payment->can_be_returned]);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'debit'"));
    }

    private function assert_returned(Payment $payment): void
    {
        $now = $this->now($payment);
        self::assertSame([PaymentState::Succeeded, 12300, 12300], [$now->state, $now->received->amount, $now->reversed->amount]);
        self::assertSame([Settlement::Unpaid, 12300], [$this->invoice_now($this->invoice)->settlement, $this->invoice_now($this->invoice)->due()->amount]);
        $happened = array_count_values($this->happened($this->invoice->id));
        self::assertSame([1, 1, 1, 1], [$happened['payment.succeeded'], $happened['invoice.paid'], $happened['payment.reversed'], $happened['invoice.due_again']]);
        self::assertSame([1, 1, 0], [$this->rows_in('outbox', "message = 'payment_returned'"), $this->rows_in('outbox', "message = 'payment_problem'"), $this->rows_in('outbox', "message = 'dispute'")]);
        self::assertSame(0, $this->rows_in('gateway_events', "state = 'pending'"));
    }

    private function paid_by(string $method): Payment
    {
        $payment = $this->begun($this->invoice);
        $this->confirm($payment, $method);

        return $this->refreshed($payment);
    }

    private function now(Payment $payment): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
    }

    /** Days pass at the bank and here; the worker does not run. */
    private function move(int $days): void
    {
        $this->gone += $days * DAY_IN_SECONDS;
        $clock = $this->plugin()->clock();
        self::assertInstanceOf(MovableClock::class, $clock);
        $clock->set($clock->now()->modify("{$days} days"));
        $this->stripe->control('POST', 'clock', ['now' => $clock->now()->getTimestamp()]);
    }

    /** And the worker runs. */
    private function days(int $days): void
    {
        $this->move($days);
        $this->later(1);
    }

    /** The newest event of a kind arrives. */
    private function hear(string $type): void
    {
        $answer = wp_remote_get($this->stripe->url . "/v1/events?limit=1&type={$type}", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $event = (string) json_decode(wp_remote_retrieve_body($answer), true)['data'][0]['id'];
        $signed = $this->stripe->control('POST', "events/{$event}/sign", ['secret' => self::WEBHOOK_SECRET]);
        $answered = $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $signed['body'], headers: ['Stripe-Signature' => $signed['signature']]);
        self::assertInstanceOf(WP_REST_Response::class, $answered);
        self::assert_status(200, $answered);
    }

    private function assert_verified(): void
    {
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }
}
