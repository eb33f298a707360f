<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentFlag;
use Counterfoil\Payments\Received\ReceivedModule;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What a payer's bank takes back is seen, marked and told; the client is told nothing. */
final class DisputeTest extends IntegrationTestCase
{
    use PaysInvoices;

    private const DUE_BY = 1_796_860_800; // 2026-12-10 00:00 UTC

    private Invoice $invoice;
    private Payment $payment;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->become_reachable();
        $this->invoice = $this->issued($this->client());
        $this->payment = $this->paid($this->invoice);
    }

    private function become_reachable(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
    }

    /** The bank says this now; the call that hints at it arrives. */
    private function hears(string $event, string $status, string $dispute = 'du_1', ?string $intent = null): void
    {
        $object = [
            'id' => $dispute, 'object' => 'dispute', 'status' => $status, 'amount' => 12300, 'currency' => 'eur', 'reason' => 'fraudulent', 'livemode' => false,
            'payment_intent' => $intent ?? (string) $this->payment->gateway_payment_id, 'evidence_details' => ['due_by' => self::DUE_BY],
        ];
        $fake = $this->stripe->url;
        $this->gatekeeper->answer(static fn (array $request): array|false => $request['url'] === "{$fake}/v1/disputes/{$dispute}" ? Gatekeeper::json($object) : false);
        // What the call itself says is not believed.
        $body = (string) json_encode(['id' => $event, 'object' => 'event', 'type' => 'charge.dispute.updated', 'livemode' => false, 'data' => ['object' => ['status' => 'won', 'amount' => 1] + $object]]);
        $time = $this->plugin()->clock()->now()->getTimestamp();
        $signature = "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => $signature]));
    }

    /** @return list<string> what the agency has to look at, in the reader's language */
    private function to_look_at(): array
    {
        return array_column($this->plugin()->module(ReceivedModule::class)->to_look_at()->of(Viewer::system()), 'text');
    }

    /** @return list<string> disputes' events of the invoice, oldest first */
    private function told(): array
    {
        return array_values(array_filter($this->happened($this->invoice->id), static fn (string $type): bool => str_starts_with($type, 'dispute.')));
    }

    public function test_a_dispute_is_recorded_marked_and_told_to_the_agency_alone(): void
    {
        $fired = [];
        add_action('counterfoil_payment_disputed', static function (int $payment, string $state) use (&$fired): void {
            $fired[] = [$payment, $state];
        }, 10, 2);
        $this->hears('evt_1', 'needs_response');

        self::assertSame(['dispute.opened'], $this->told());
        self::assertSame(['The client’s bank disputed €123.00 of this payment. Respond in the Stripe dashboard by 10 December 2026.'], $this->to_look_at());
        self::assertSame(1, $this->rows_in('outbox', "message = 'dispute' AND recipient = 'office@agency.test'"));
        self::assertSame(1, $this->rows_in('outbox', "message = 'dispute'"));
        self::assertSame([[$this->payment->id, 'opened']], $fired);
        self::assertSame(1, $this->rows_in('disputes', "state = 'opened' AND amount = 12300 AND currency = 'EUR' AND reason = 'fraudulent'"));
        // The books follow with the disputes' own postings; until then nothing is moved behind anybody's back.
        self::assertSame(Settlement::Paid, $this->invoice_now($this->invoice)->settlement);
    }

    public function test_however_often_and_in_whatever_order_it_calls_the_end_is_what_the_gateway_says(): void
    {
        $this->hears('evt_1', 'needs_response');
        $this->hears('evt_1', 'needs_response');
        $this->hears('evt_2', 'needs_response');
        $this->hears('evt_3', 'under_review');
        $this->hears('evt_4', 'needs_response');
        $this->hears('evt_5', 'won');
        $this->hears('evt_6', 'lost');

        self::assertSame(['dispute.opened', 'dispute.under_review', 'dispute.won'], $this->told());
        self::assertSame([], $this->to_look_at());
        self::assertSame(2, $this->rows_in('outbox', "message = 'dispute'"));
        self::assertSame(1, $this->rows_in('disputes'));
    }

    public function test_what_else_is_unusual_about_the_payment_is_said_beside_it(): void
    {
        $this->plugin()->database()->update('payments', ['flag' => PaymentFlag::WasCancelled->value], ['id' => $this->payment->id]);
        $this->hears('evt_1', 'needs_response');
        self::assertCount(2, $this->to_look_at());
        $this->hears('evt_2', 'lost');
        self::assertSame(['This payment was received after it was canceled.'], $this->to_look_at());
    }

    public function test_it_is_said_in_the_language_of_who_reads_it_whoever_wrote_it_down(): void
    {
        Languages::in('pl_PL', fn () => $this->hears('evt_1', 'needs_response'));
        self::assertStringContainsString('by 10 December 2026.', $this->to_look_at()[0]);
        self::assertStringContainsString('10 grudnia 2026', Languages::in('pl_PL', $this->to_look_at(...))[0]);
    }

    public function test_a_dispute_of_a_payment_that_was_not_begun_here_is_left_alone(): void
    {
        $this->hears('evt_1', 'needs_response', 'du_2', 'pi_of_somebody');

        self::assertSame([], $this->told());
        self::assertSame(0, $this->rows_in('disputes') + $this->rows_in('outbox', "message = 'dispute'"));
        self::assertSame(1, $this->rows_in('gateway_events', "kind = 'dispute' AND state = 'ignored' AND note = 'Not begun here.'"));
    }

    /** @return iterable<string, array{string, string}> */
    public static function letters(): iterable
    {
        yield 'inquiry' => ['warning_needs_response', 'No money has been withdrawn.'];
        yield 'opened' => ['needs_response', 'If you don’t, you’ll lose the dispute.'];
        yield 'lost' => ['lost', 'The client keeps the money.'];
        yield 'closed' => ['warning_closed', 'You don’t need to do anything else.'];
    }

    #[DataProvider('letters')]
    public function test_the_agency_reads_what_it_means_and_what_to_do(string $status, string $words): void
    {
        $this->hears('evt_1', $status);
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
        $mail = $this->outbox->to('office@agency.test')[0];

        self::assertStringContainsString('€123.00', $mail['subject']);
        self::assertStringContainsString($words, $mail['message']);
        self::assertStringContainsString((string) $this->invoice->number, $mail['subject']);
        self::assertStringNotContainsString('dispute.', $this->plugin()->module(ActivityModule::class)->event_sentences()->say($this->told()[0], ['amount' => 12300, 'currency' => 'EUR']));
    }
}
