<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Mandates\AnnounceDebit;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Reversals\ReturnReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;

/** SEPA debits: one that is on its way, and one that came back three weeks after it had come. */
final readonly class Debits
{
    public function __construct(private Stage $stage)
    {
    }

    /**
     * @param array<string, mixed> $invoice
     * @param int $day when it is paid, from today
     */
    public function pay(array $invoice, int $day, bool $comes_back): void
    {
        $plugin = Plugin::instance();
        $contact = $plugin->module(ClientsModule::class)->contacts()->of_client((int) $invoice['client']['id'], Viewer::system())[0];
        $payment = $plugin->module(PaymentsModule::class)->pay()->handle((int) $invoice['id'], (int) $invoice['client']['id'], Actor::contact($contact->id, $contact->name))->payment;
        $this->stage->stripe('pay', ['payment_intent' => $this->at_gateway($payment), 'card' => 'pm_sepa_debit', 'held' => $comes_back, 'quiet' => true, 'created' => $this->stage->now()->getTimestamp()]);
        $this->refresh($payment);
        $plugin->module(SharedModule::class)->worker()->run(only: [AnnounceDebit::JOB]);
        if ($comes_back) {
            $this->stage->at(($day + 5) . ' days 07:10', fn () => $this->arrive($payment));
            $this->stage->at(($day + 26) . ' days 07:20', fn () => $this->come_back($payment));
        }
    }

    private function arrive(Payment $payment): void
    {
        $this->stage->stripe("payment_intents/{$this->at_gateway($payment)}/advance", ['outcome' => 'succeeded', 'quiet' => true, 'created' => $this->stage->now()->getTimestamp()]);
        $this->refresh($payment);
    }

    private function come_back(Payment $payment): void
    {
        $dispute = $this->stage->stripe('dispute', ['payment_intent' => $this->at_gateway($payment), 'reason' => 'insufficient_funds', 'outcome' => 'lost', 'quiet' => true, 'created' => $this->stage->now()->getTimestamp()]);
        Plugin::instance()->module(ReversalsModule::class)->return_debit()->handle(
            Plugin::instance()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system()),
            new GatewayDispute((string) $dispute['id'], 'test', $this->at_gateway($payment), DisputeState::Lost, (int) $dispute['amount'], 'EUR', 'insufficient_funds', null, returned: ReturnReason::InsufficientFunds),
            'Stripe'
        );
    }

    private function refresh(Payment $payment): void
    {
        Plugin::instance()->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system());
    }

    private function at_gateway(Payment $payment): string
    {
        return (string) Plugin::instance()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->gateway_payment_id;
    }
}
