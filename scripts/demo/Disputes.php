<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Viewer;
use RuntimeException;

/** Money that was there and is not any more: a dispute that waits for an answer, one that was lost, and a transfer recorded by mistake. */
final readonly class Disputes
{
    public function __construct(private Stage $stage)
    {
    }

    /** @param int $day on which it was paid, from today */
    public function plan(int $id, string $how, int $day): void
    {
        if ($how === 'dispute-open') {
            $this->stage->at(($day + 1) . ' days 10:20', fn () => $this->dispute($id, 'product_not_received'));
        } elseif ($how === 'dispute-lost') {
            $this->stage->at(($day + 9) . ' days 10:20', fn () => $this->dispute($id, 'fraudulent'));
            $this->stage->at(($day + 24) . ' days 16:40', fn () => $this->decide($id, 'lost'));
        } elseif ($how === 'dispute-won') {
            $this->stage->at(($day + 6) . ' days 10:20', fn () => $this->dispute($id, 'unrecognized'));
            $this->stage->at(($day + 20) . ' days 16:40', fn () => $this->decide($id, 'won'));
        } elseif ($how === 'inquiry') {
            $this->stage->at(($day + 4) . ' days 10:20', fn () => $this->dispute($id, 'unrecognized', true));
            $this->stage->at(($day + 12) . ' days 16:40', fn () => $this->decide($id, 'won'));
        } elseif ($how === 'refund-failed') {
            $this->stage->at(($day + 8) . ' days 07:30', fn () => $this->refund_fails($id));
        } elseif ($how === 'bank-undone') {
            $this->stage->at(($day + 1) . ' days 09:15', fn () => $this->undo($id));
        }
    }

    private function dispute(int $id, string $reason, bool $is_inquiry = false): void
    {
        $dispute = $this->stage->stripe('dispute', ['payment_intent' => $this->payment($id)['reference'], 'reason' => $reason, 'inquiry' => $is_inquiry, 'created' => $this->stage->now()->getTimestamp(), 'quiet' => true]);
        $this->hear($id, (string) $dispute['id']);
    }

    private function decide(int $id, string $outcome): void
    {
        // The network's own name of it is the end of where it is answered.
        $dispute = basename((string) $this->payment($id)['disputes'][0]['url']);
        $this->stage->stripe("disputes/{$dispute}/advance", ['outcome' => $outcome, 'created' => $this->stage->now()->getTimestamp(), 'quiet' => true]);
        $this->hear($id, $dispute);
    }

    private function hear(int $id, string $dispute): void
    {
        $payments = Plugin::instance()->module(PaymentsModule::class);
        $payment = $payments->payments()->get((int) $this->payment($id)['id'], Viewer::system());
        $gateway = $payments->registry()->of($payment);
        if (! $gateway instanceof ReportsDisputes) {
            throw new RuntimeException('The gateway reports no disputes.');
        }
        Plugin::instance()->module(WebhooksModule::class)->record_dispute()->handle($payment, $gateway->dispute($dispute), $gateway->title());
    }

    /** The bank does not take it: the card's account was closed. */
    private function refund_fails(int $id): void
    {
        $payments = Plugin::instance()->module(PaymentsModule::class);
        $payment = $payments->payments()->get((int) $this->payment($id)['id'], Viewer::system());
        $refund = Plugin::instance()->module(RefundsModule::class)->refunds()->of_payment($payment->id)[0];
        $this->stage->stripe("refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed', 'quiet' => true]);
        Plugin::instance()->module(RefundsModule::class)->read_refunds()->handle($payment);
    }

    private function undo(int $id): void
    {
        $this->stage->ask('POST', "/payments/{$this->payment($id)['id']}/undo", ['reason' => 'The transfer was for the brewery’s other branch.']);
    }

    /** @return array<string, mixed> the only one, as staff sees it */
    private function payment(int $id): array
    {
        return $this->stage->ask('GET', "/invoices/{$id}")['payments'][0];
    }
}
