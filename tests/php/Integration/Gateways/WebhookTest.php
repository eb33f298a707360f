<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\CountsStatements;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

final class WebhookTest extends IntegrationTestCase
{
    use CountsStatements;
    use PaysInvoices;

    private const MOST_STATEMENTS = 7;
    private const MOST_STATEMENTS_AGAIN = 1;

    private Invoice $invoice;
    private Payment $payment;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->invoice = $this->issued($this->client());
        $this->payment = $this->begun($this->invoice);
    }

    /** @return list<array<string, mixed>> oldest first */
    private function events(string $type): array
    {
        $answer = wp_remote_get($this->stripe->url . "/v1/events?limit=100&type={$type}", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);

        return array_reverse(array_values((array) json_decode(wp_remote_retrieve_body($answer), true)['data']));
    }

    /** @return array{string, string} body and signature as Stripe sends them */
    private function signed(string $type, string $secret = self::WEBHOOK_SECRET): array
    {
        $events = $this->events($type);
        self::assertNotSame([], $events, "There is no {$type}.");
        $signed = $this->stripe->control('POST', "events/{$events[count($events) - 1]['id']}/sign", ['secret' => $secret]);

        return [$signed['body'], $signed['signature']];
    }

    private function deliver(string $body, ?string $signature): WP_REST_Response
    {
        return $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: $signature === null ? [] : ['Stripe-Signature' => $signature]);
    }

    /**
     * A body that Stripe never sent, signed with the right secret.
     *
     * @param array<string, mixed> $event
     */
    private function forged(array $event): WP_REST_Response
    {
        $body = (string) json_encode($event);
        $time = $this->plugin()->clock()->now()->getTimestamp();

        return $this->deliver($body, "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET));
    }

    private function assert_nothing_happened(): void
    {
        self::assertSame(Settlement::Unpaid, $this->invoice_now($this->invoice)->settlement);
        self::assertSame(PaymentState::Intended, $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment->id, Viewer::system())->state);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertNotContains('payment.succeeded', $this->happened($this->invoice->id));
    }

    /** A gateway that calls often is answered soon: the settings, the call and its work, and whether it is known. */
    public function test_how_many_statements_a_call_takes_that_changes_nothing(): void
    {
        $this->confirm($this->payment);
        [$body, $signature] = $this->signed('payment_intent.succeeded');
        $this->deliver($body, $signature);
        $other = ['id' => 'evt_of_nothing', 'object' => 'event', 'type' => 'payment_intent.succeeded', 'livemode' => false, 'created' => 1, 'data' => ['object' => ['id' => 'pi_of_nothing', 'object' => 'payment_intent']]];

        self::assertLessThanOrEqual(self::MOST_STATEMENTS, count($all = self::statements_of(fn () => $this->forged($other))), implode("\n", $all));
        self::assertLessThanOrEqual(self::MOST_STATEMENTS_AGAIN, count($all = self::statements_of(fn () => $this->deliver($body, $signature))), implode("\n", $all));
    }

    public function test_a_signed_event_settles_the_payment(): void
    {
        $this->confirm($this->payment);
        self::assert_status(200, $this->deliver(...$this->signed('payment_intent.succeeded')));

        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(1, $this->rows_in('gateway_events', "state = 'done'"));
    }

    public function test_a_refund_from_the_dashboard_is_recorded(): void
    {
        $this->confirm($this->payment);
        $this->refreshed($this->payment);
        $this->stripe->control('POST', 'refund', ['payment_intent' => $this->payment->gateway_payment_id, 'amount' => 300]);

        self::assert_status(200, $this->deliver(...$this->signed('charge.refunded')));
        self::assert_status(200, $this->deliver(...$this->signed('refund.created')));

        self::assertSame(300, $this->invoice_now($this->invoice)->refunded);
        self::assertSame(1, $this->rows_in('refunds'));
        self::assertSame(300, $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment->id, Viewer::system())->refunded->amount);
        $this->assert_books_agree();
    }

    public function test_what_could_not_be_looked_at_is_done_by_the_worker(): void
    {
        $this->confirm($this->payment);
        [$body, $signature] = $this->signed('payment_intent.succeeded');
        $this->stripe->control('POST', 'faults', ['kind' => '500', 'match' => ['method' => 'GET', 'path' => '/v1/payment_intents/*']]);

        self::assert_status(200, $this->deliver($body, $signature));
        self::assertSame(Settlement::Unpaid, $this->invoice_now($this->invoice)->settlement);
        self::assertSame(1, $this->rows_in('gateway_events', "state = 'pending'"));

        $this->later(600);
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
        self::assertSame(1, $this->rows_in('gateway_events', "state = 'done'"));
    }

    public function test_abuse_68_what_was_looked_at_long_ago_is_forgotten(): void
    {
        $this->confirm($this->payment);
        self::assert_status(200, $this->deliver(...$this->signed('payment_intent.succeeded')));
        $this->later(89 * DAY_IN_SECONDS);
        self::assertSame(1, $this->rows_in('gateway_events'));
        $this->later(2 * DAY_IN_SECONDS);
        self::assertSame(0, $this->rows_in('gateway_events'));
    }

    public function test_abuse_41_signatures_that_are_not_stripes_are_refused(): void
    {
        $this->confirm($this->payment);
        [$body, $signature] = $this->signed('payment_intent.succeeded');
        [, $foreign] = $this->signed('payment_intent.succeeded', 'whsec_somebodyelses');
        // It stands: a second that goes by would make of 301 seconds ahead 300.
        $this->clock()->set($this->clock()->now());
        $time = $this->clock()->now()->getTimestamp();
        $at = static fn (int $moment): string => "t={$moment},v1=" . hash_hmac('sha256', "{$moment}.{$body}", self::WEBHOOK_SECRET);

        foreach (
            [
                'none' => null,
                'empty' => '',
                'nonsense' => 'v1',
                'another secret' => $foreign,
                'v0 only' => str_replace('v1=', 'v0=', $signature),
                'no time' => (string) strstr($signature, 'v1='),
                'too old' => $at($time - 301),
                'too far ahead' => $at($time + 301),
                'time changed' => preg_replace('/t=\d+/', 't=' . ($time + 1), $signature),
            ] as $name => $header
        ) {
            self::assertSame(400, $this->deliver($body, $header)->get_status(), $name);
        }
        self::assert_status(400, $this->deliver($body . ' ', $signature));
        self::assert_status(400, $this->deliver(str_replace('12300', '12301', $body), $signature));

        self::assertSame(0, $this->rows_in('gateway_events'));
        $this->assert_nothing_happened();
        self::assert_status(200, $this->deliver($body, $at($time - 299)));
    }

    public function test_abuse_42_without_a_secret_nothing_is_processed(): void
    {
        $this->confirm($this->payment);
        [$body, $signature] = $this->signed('payment_intent.succeeded');
        $this->plugin()->module(StripeModule::class)->update()->handle('test', ['test' => ['webhook_secret' => '']], '', \Counterfoil\Shared\Actor::system());

        self::assert_status(503, $this->deliver($body, $signature));
        // An empty secret would sign anything.
        self::assert_status(503, $this->deliver($body, 't=1,v1=' . hash_hmac('sha256', "1.{$body}", '')));
        self::assertSame(0, $this->rows_in('gateway_events'));
        $this->assert_nothing_happened();
    }

    public function test_abuse_43_one_event_ten_times_is_one_effect(): void
    {
        $this->confirm($this->payment);
        [$body, $signature] = $this->signed('payment_intent.succeeded');
        for ($i = 0; $i < 10; $i++) {
            self::assert_status(200, $this->deliver($body, $signature));
        }

        self::assertSame(1, $this->rows_in('gateway_events'));
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(1, count(array_keys($this->happened($this->invoice->id), 'payment.succeeded', true)));
        self::assertSame(12300, $this->invoice_now($this->invoice)->paid);
    }

    public function test_abuse_44_events_out_of_order_end_in_the_same_state(): void
    {
        $this->confirm($this->payment, '4000000000000002');
        $failed = $this->signed('payment_intent.payment_failed');
        $created = $this->signed('payment_intent.created');
        $this->confirm($this->payment);
        $this->stripe->control('POST', 'refund', ['payment_intent' => $this->payment->gateway_payment_id, 'amount' => 100]);

        foreach ([$this->signed('charge.refunded'), $this->signed('payment_intent.succeeded'), $failed, $created] as $event) {
            self::assert_status(200, $this->deliver(...$event));
        }

        self::assertSame(PaymentState::Succeeded, $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment->id, Viewer::system())->state);
        $invoice = $this->invoice_now($this->invoice);
        self::assertSame([Settlement::Paid, 12300, 100], [$invoice->settlement, $invoice->paid, $invoice->refunded]);
        $this->assert_books_agree();
    }

    public function test_abuse_45_unknown_types_and_events_of_others_are_ignored(): void
    {
        $event = ['id' => 'evt_1', 'object' => 'event', 'type' => 'payment_intent.succeeded', 'livemode' => false, 'data' => ['object' => ['id' => $this->payment->gateway_payment_id]]];
        $this->confirm($this->payment);

        self::assert_status(200, $this->forged(['type' => 'invoice.paid'] + $event));
        self::assertSame(0, $this->rows_in('gateway_events'));
        self::assert_status(200, $this->forged(['id' => 'evt_2', 'livemode' => true] + $event));
        self::assert_status(200, $this->forged(['id' => 'evt_3', 'account' => 'acct_other'] + $event));

        self::assertSame(2, $this->rows_in('gateway_events', "state = 'ignored' AND note IN ('other mode', 'other account')"));
        $this->assert_nothing_happened();
    }

    public function test_abuse_45_a_type_of_any_letters_and_length_is_kept(): void
    {
        self::assert_status(200, $this->forged(['id' => 'evt_1', 'type' => 'payment_intent.' . str_repeat('é', 90), 'livemode' => false, 'data' => ['object' => ['id' => 'pi_madeup']]]));
        self::assertSame(1, $this->rows_in('gateway_events', "state = 'ignored'"));
        $this->assert_nothing_happened();
    }

    public function test_abuse_46_a_body_of_five_megabytes_is_refused(): void
    {
        self::assert_status(413, $this->forged(['id' => 'evt_1', 'type' => 'payment_intent.succeeded', 'padding' => str_repeat('x', 5_000_000)]));
        // WordPress finds the route in any letters; so does the limit.
        foreach (['/counterfoil/v1/webhooks/Stripe', '/COUNTERFOIL/v1/Webhooks/STRIPE'] as $route) {
            self::assert_status(413, $this->rest('POST', $route, str_repeat('x', 5_000_000)));
        }
        // Nor is time spent on reading it as JSON.
        self::assert_status(413, $this->deliver(str_repeat('[', 5_000_000), ''));
        self::assertSame(0, $this->rows_in('gateway_events'));
    }

    public function test_abuse_47_made_up_objects_are_not_believed(): void
    {
        $event = ['object' => 'event', 'type' => 'payment_intent.succeeded', 'livemode' => false];
        $made_up = ['amount_received' => 12300, 'currency' => 'eur', 'status' => 'succeeded', 'metadata' => ['counterfoil_payment' => (string) $this->payment->id, 'counterfoil_token' => $this->payment->token()]];

        self::assert_status(200, $this->forged(['id' => 'evt_1', 'data' => ['object' => ['id' => 'pi_madeup'] + $made_up]] + $event));
        self::assert_status(200, $this->forged(['id' => 'evt_2', 'data' => ['object' => ['id' => $this->payment->gateway_payment_id] + $made_up]] + $event));
        self::assert_status(200, $this->forged(['id' => 'evt_3', 'data' => ['object' => ['id' => '../account']]] + $event));
        self::assert_status(400, $this->forged(['id' => 'evt_4; DROP TABLE', 'data' => ['object' => ['id' => 'pi_1']]] + $event));

        self::assertSame(1, $this->rows_in('gateway_events', "state = 'ignored'"));
        $this->assert_nothing_happened();
    }

    public function test_abuse_47_a_payment_of_the_same_account_that_was_not_begun_here_is_left_alone(): void
    {
        wp_remote_post($this->stripe->url . '/v1/payment_intents', ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY], 'body' => ['amount' => '12300', 'currency' => 'eur', 'metadata[counterfoil_payment]' => (string) $this->payment->id, 'metadata[counterfoil_token]' => str_repeat('0', 32)]]);
        $events = $this->events('payment_intent.created');
        $theirs = $events[count($events) - 1]['data']['object']['id'];
        $this->stripe->control('POST', 'pay', ['payment_intent' => $theirs]);

        self::assert_status(200, $this->deliver(...$this->signed('payment_intent.succeeded')));
        self::assertSame(1, $this->rows_in('gateway_events', "note = 'Not begun here.'"));
        $this->assert_nothing_happened();
    }

    public function test_abuse_13_a_link_is_no_webhook(): void
    {
        self::assertContains($this->rest('GET', '/counterfoil/v1/webhooks/stripe')->get_status(), [404, 405]);
    }
}
