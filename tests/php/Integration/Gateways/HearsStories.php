<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\HearsOfDisputes;

/** What happens to a payment at the fake Stripe, stage by stage, and its calls about each, which come when the test says. */
trait HearsStories
{
    use CallsOfStripe;
    use HearsOfDisputes;

    /** What asks gateways where nothing is heard. */
    private const REPAIR = ['payments.check', 'refunds.check', 'disputes.check', 'disputes.sweep', 'refunds.sweep', 'gateway.event'];

    private int $stories = 0;

    /**
     * @param list<string> $happens after it was paid
     * @param Closure(int, int): list<int>|null $way for a call of which stage, of how many, after which stages it comes; null for each at once
     * @return array<string, mixed> what there is in the end
     */
    private function told(string $method, int $bills, array $happens, ?Closure $way, bool $repairs): array
    {
        $this->stories++;
        $client = $this->client("Client {$this->stories}", "client{$this->stories}@harbour.test");
        $invoices = array_map(fn (): Invoice => $this->issued($client), range(1, $bills));
        $ids = array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices);
        $payment = $this->plugin()->module(PaymentsModule::class)->pay()->chosen(Wanted::all($ids), $client->id, Actor::contact(1, 'Ada Lindqvist'))->payment;
        $this->news();
        $calls = [];
        $subject = '';
        foreach (['paid', ...$happens] as $stage => $what) {
            $what === 'paid' ? $this->confirm($payment, $method) : $subject = $this->happens($what, $payment, $subject);
            foreach ($this->news() as $event) {
                foreach ($way === null ? [$stage] : $way($stage, count($happens)) as $after) {
                    $calls[$after][] = $event;
                }
            }
            array_map($this->calls_about(...), $way === null ? $calls[$stage] ?? [] : array_reverse($calls[$stage] ?? []));
        }
        $repairs && $this->repair();

        return $this->facts_of($payment, $invoices);
    }

    /** @return string the dispute or refund that it is about */
    private function happens(string $what, Payment $payment, string $subject): string
    {
        return match ($what) {
            'settles' => $this->days_pass(6),
            'comes back' => $this->days_pass(21),
            'disputed' => $this->disputed($payment),
            'disputed in part' => $this->disputed($payment, ['amount' => 15000]),
            'inquiry' => $this->disputed($payment, ['inquiry' => true]),
            'answered', 'won', 'lost' => $this->advanced("disputes/{$subject}", $what),
            'refunded' => $this->give_back($payment),
            'refunded elsewhere' => (string) $this->stripe->control('POST', 'refund', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 2300, 'quiet' => true])['id'],
            default => $this->advanced("refunds/{$subject}", 'failed'),
        };
    }

    private function give_back(Payment $payment): string
    {
        // Who gives it back has seen that it came.
        $this->refreshed($payment);

        return (string) $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(2300, 'EUR'), '', Viewer::system(), "story-{$this->stories}")->gateway_refund_id;
    }

    private function advanced(string $path, string $outcome): string
    {
        $this->stripe->control('POST', "{$path}/advance", ['outcome' => $outcome, 'quiet' => true]);

        return basename($path);
    }

    private function days_pass(int $days): string
    {
        $clock = $this->plugin()->clock();
        self::assertInstanceOf(MovableClock::class, $clock);
        $clock->set($clock->now()->modify("{$days} days"));
        $this->stripe->control('POST', 'clock', ['now' => $clock->now()->getTimestamp()]);

        return '';
    }

    /** Weeks of a worker that asks, without a single call. */
    private function repair(): void
    {
        foreach ([0, 1, 31] as $days) {
            $this->days_pass($days);
            $this->plugin()->module(SharedModule::class)->worker()->arm();
            $this->plugin()->module(SharedModule::class)->worker()->run(only: self::REPAIR);
        }
    }

    /**
     * @param non-empty-list<Invoice> $invoices
     * @return array<string, mixed>
     */
    private function facts_of(Payment $payment, array $invoices): array
    {
        $now = $this->payment_now($payment);
        $database = $this->plugin()->database();
        $rows = static fn (string $columns, string $table, string $where): array => $database->rows("SELECT {$columns} FROM {$database->table($table)} WHERE {$where}", [$payment->client_id]);

        return [
            'bills' => array_map(function (Invoice $invoice): array {
                $now = $this->invoice_now($invoice);

                return [$now->settlement->value, $now->paid, $now->refunded, $now->due()->amount, $now->credit()->amount];
            }, $invoices),
            'payment' => [$now->state->value, $now->received->amount, $now->refunded->amount, $now->reversed->amount, $now->is_under_way],
            'disputes' => $rows('state, amount, taken, movements', 'disputes', 'client_id = ?'),
            'refunds' => $rows('state, amount', 'refunds', 'client_id = ?'),
            'held' => $rows('SUM(amount) AS amount', 'payment_reversals', 'restored_at IS NULL AND client_id = ?'),
            'balances' => $this->plugin()->module(LedgerModule::class)->postings()->balances_of($payment->client_id, Viewer::system()),
            'mails' => $this->mails($invoices),
        ];
    }

    /**
     * @param non-empty-list<Invoice> $invoices
     * @return array<string, int> how many of each letter
     */
    private function mails(array $invoices): array
    {
        $ids = array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices);
        $database = $this->plugin()->database();
        // What lasts for some time only is told where it is heard of meanwhile.
        $rows = $database->rows("SELECT message, COUNT(*) AS number FROM {$database->table('outbox')} WHERE invoice_id IN ({$database->marks($ids)}) AND message NOT IN ('debit', 'dispute') GROUP BY message ORDER BY message", $ids);
        $mails = [];
        foreach ($rows as $row) {
            $mails[(string) $row['message']] = (int) $row['number'];
        }
        $is_taken_back = ($mails['refund'] ?? 0) === ($mails['refund_failed'] ?? 0);

        return $is_taken_back ? array_diff_key($mails, ['refund' => 0, 'refund_failed' => 0, 'refund_problem' => 0]) : $mails;
    }
}
