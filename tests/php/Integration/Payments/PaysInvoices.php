<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FakeStripe;
use PHPUnit\Framework\Attributes\After;

/** An agency whose Stripe is the fake one, and clients who pay. */
trait PaysInvoices
{
    use MakesInvoices;

    protected const SECRET_KEY = 'sk_test_AGENCY_secretsecret1234';
    protected const WEBHOOK_SECRET = 'whsec_counterfoiltest5678';

    protected FakeStripe $stripe;

    protected function connect_stripe(): void
    {
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin()->module(StripeModule::class)->update()->handle('test', ['test' => [
            'publishable_key' => 'pk_test_AGENCY_publicpublic9999',
            'secret_key' => self::SECRET_KEY,
            'webhook_secret' => self::WEBHOOK_SECRET,
        ]], '', Actor::system());
    }

    /** Somebody of the client who can log in to the portal. */
    protected function payer(Client $client, string $email = 'ada@harbour.test'): int
    {
        $user = $this->user('subscriber', ['user_email' => $email]);
        foreach ($this->plugin()->module(ClientsModule::class)->contacts()->of_client($client->id, Viewer::system()) as $contact) {
            if ($contact->email === $email) {
                $this->plugin()->database()->update('contacts', ['user_id' => $user, 'access' => Access::Active->value], ['id' => $contact->id]);
            }
        }

        return $user;
    }

    /** The payment that a click on Pay begins. */
    protected function begun(Invoice $invoice): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->pay()->handle($invoice->id, $invoice->client_id, Actor::contact(1, 'Ada Lindqvist'))->payment;
    }

    /**
     * What the payer's browser does, without telling the plugin.
     *
     * @param array<string, mixed> $more
     */
    protected function confirm(Payment $payment, string $card = '4242424242424242', array $more = []): void
    {
        $this->stripe->control('POST', 'pay', ['payment_intent' => (string) $payment->gateway_payment_id, 'card' => $card, ...$more]);
    }

    protected function refreshed(Payment $payment): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system())->payment;
    }

    protected function paid(Invoice $invoice): Payment
    {
        $payment = $this->begun($invoice);
        $this->confirm($payment);

        return $this->refreshed($payment);
    }

    protected function invoice_now(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }

    #[After]
    protected function set_clock_right(): void
    {
        $clock = $this->plugin()->clock();
        if ($clock instanceof MovableClock) {
            $clock->shift(0);
        }
    }

    /** Lets so many seconds pass and the worker run. */
    protected function later(int $seconds): void
    {
        $clock = $this->plugin()->clock();
        self::assertInstanceOf(MovableClock::class, $clock);
        $clock->set($clock->now()->modify("{$seconds} seconds"));
        $this->plugin()->module(SharedModule::class)->worker()->arm();
        do_action(Worker::ACTION);
    }

    /** The same for what only asks and tells the gateway: mails and papers wait, which are most of the work. */
    protected function asked_later(int $seconds): void
    {
        $this->clock()->set($this->clock()->now()->modify("{$seconds} seconds"));
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['payments.check', 'refunds.check', 'refunds.sweep', 'disputes.check', 'gateway.event', 'credit_note.give_back', 'methods.keep']);
    }

    /** @return string the newest thing that happened to an invoice */
    protected function last_event(Invoice $invoice): string
    {
        $happened = $this->happened($invoice->id);

        return $happened === [] ? '' : $happened[count($happened) - 1];
    }

    /** @param array<string, mixed> $more of the fake's fault: times, after, kept */
    protected function fault(string $kind, string $path, array $more = []): void
    {
        $this->stripe->control('POST', 'faults', ['kind' => $kind, 'match' => ['method' => 'POST', 'path' => $path], ...$more]);
    }

    /** @return array{charged: int, refunded: int, net: int, charges: int, refunds: int} what moved at the fake */
    protected function ledger(string $currency = 'eur'): array
    {
        return $this->stripe->control('GET', 'ledger')['totals'][$currency] ?? ['charged' => 0, 'refunded' => 0, 'net' => 0, 'charges' => 0, 'refunds' => 0];
    }

    /** How many objects the fake was asked to make. */
    protected function calls(string $path, string $method = 'POST'): int
    {
        $requests = $this->stripe->control('GET', "requests?method={$method}")['requests'];

        return count(array_filter($requests, static fn (array $request): bool => $request['path'] === $path));
    }

    /** How many of them the fake has, at most a hundred. */
    protected function made(string $objects): int
    {
        $answer = wp_remote_get("{$this->stripe->url}/v1/{$objects}?limit=100", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);

        return count((array) json_decode(wp_remote_retrieve_body($answer), true)['data']);
    }

    /** Our books say what the card network's do. */
    protected function assert_books_agree(string $currency = 'eur'): void
    {
        $database = $this->plugin()->database();
        $received = (int) $database->value("SELECT SUM(received) FROM {$database->table('payments')} WHERE gateway = 'stripe' AND currency = ?", [strtoupper($currency)]);
        $refunded = (int) $database->value("SELECT SUM(amount) FROM {$database->table('refunds')} WHERE gateway = 'stripe' AND state = 'succeeded' AND currency = ?", [strtoupper($currency)]);
        $ledger = $this->ledger($currency);

        self::assertSame(['charged' => $ledger['charged'], 'refunded' => $ledger['refunded']], ['charged' => $received, 'refunded' => $refunded]);
    }
}
