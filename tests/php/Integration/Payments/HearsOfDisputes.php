<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Viewer;

/** Payments that the payer's bank disputes at the fake Stripe, and calls that hint at it. */
trait HearsOfDisputes
{
    use PaysInvoices;

    private function office_is_reachable(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
    }

    /**
     * The bank disputes it; nobody calls.
     *
     * @param array<string, mixed> $more
     * @return string the dispute's id
     */
    private function disputed(Payment $payment, array $more = []): string
    {
        return (string) $this->stripe->control('POST', 'dispute', ['payment_intent' => (string) $payment->gateway_payment_id, 'quiet' => true, ...$more])['id'];
    }

    /** It goes on; nobody calls. */
    private function goes_on(string $dispute, string $outcome): void
    {
        $this->stripe->control('POST', "disputes/{$dispute}/advance", ['outcome' => $outcome, 'quiet' => true]);
    }

    /** A call that hints at it; without an id it is another one each time. */
    private function hears(string $dispute, string $type = 'updated', string $event = ''): void
    {
        $body = (string) json_encode(['id' => $event === '' ? 'evt_' . bin2hex(random_bytes(6)) : $event, 'object' => 'event', 'type' => "charge.dispute.{$type}", 'livemode' => false, 'data' => ['object' => ['id' => $dispute, 'object' => 'dispute']]]);
        $time = $this->plugin()->clock()->now()->getTimestamp();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET)]));
    }

    /** @return array{Settlement, int, int} what became of it, what is due, what is over */
    private function facts(Invoice $invoice): array
    {
        $now = $this->invoice_now($invoice);

        return [$now->settlement, $now->due()->amount, $now->credit()->amount];
    }

    private function payment_now(Payment $payment): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
    }

    private function assert_verified(): void
    {
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }
}
