<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use DateTimeImmutable;

/** How a story's clock goes, and what it finds in the books. */
trait ReadsStories
{
    /** What comes round for other reasons takes longer than all of a story. */
    private const JOBS = [
        'subscriptions.renew', 'subscriptions.bill', 'subscriptions.charge', 'subscriptions.give_up', 'subscriptions.settle_change', 'subscriptions.withdraw_pro_forma', 'price_rises.tell', 'methods.keep', 'methods.detach', 'methods.look', 'payments.check', 'mandates.announce',
        'credit.use', 'credit_note.give_back', 'refunds.check', 'disputes.check', 'disputes.sweep', 'gateway.event', 'mail.send',
    ];

    /** @var list<string> jobs that are no part of the story */
    private array $left_out = [];

    /** What was done has its consequences. */
    private function happens(): static
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: array_values(array_diff(self::JOBS, $this->left_out)));

        return $this;
    }

    private function comes(string $moment): static
    {
        $this->move(new DateTimeImmutable($moment));

        return $this;
    }

    private function only(string ...$jobs): static
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: array_values($jobs));

        return $this;
    }

    private function move(DateTimeImmutable $moment): void
    {
        $this->clock()->set($moment);
        $this->stripe->control('POST', 'clock', ['now' => $moment->getTimestamp()]);
    }

    /** When something is due by itself: in the queue, or of a subscription on the morning of its day. */
    private function next_moment(): ?DateTimeImmutable
    {
        $now = $this->plugin()->clock()->now();
        $database = $this->plugin()->database();
        $moments = array_map(
            static fn (array $row): DateTimeImmutable => new DateTimeImmutable((string) $row['due_at']),
            $database->rows("SELECT due_at FROM {$database->table('queue')} WHERE subject_id > 0 AND due_at > ? AND job IN ({$database->marks(self::JOBS)}) ORDER BY due_at LIMIT 1", [$now->format('Y-m-d H:i:s'), ...self::JOBS])
        );
        $today = $this->plugin()->module(BusinessModule::class)->calendar()->today();
        foreach (['next_on' => $this->subscriptions()->settings()->get()->lead_days, 'act_on' => 0] as $column => $before) {
            $day = $database->value("SELECT MIN({$column}) FROM {$database->table('subscriptions')} WHERE {$column} > ?", [Calendar::add_days($today, $before)]);
            $moments[] = $day === null ? null : new DateTimeImmutable(Calendar::add_days($day, -$before) . ' 09:30');
        }
        $moments = array_filter($moments);

        return $moments === [] ? null : min($moments);
    }

    private function deed(): string
    {
        return 'deed-' . ++$this->deeds;
    }

    private function bill(int $number): Invoice
    {
        return $this->bills($this->who)[$number - 1];
    }

    /** The one that brought its money. */
    private function payment_of(int $bill): Payment
    {
        $payments = $this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($this->bill($bill)->id, Viewer::system());

        return array_values(array_filter($payments, static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded))[0];
    }

    private function hears(string $dispute): void
    {
        $body = (string) json_encode(['id' => 'evt_' . ++$this->deeds, 'object' => 'event', 'type' => 'charge.dispute.updated', 'livemode' => false, 'data' => ['object' => ['id' => $dispute, 'object' => 'dispute']]]);
        $time = $this->plugin()->clock()->now()->getTimestamp();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET)]));
    }

    private static function said(Subscription $subscription): string
    {
        return trim($subscription->status->value . ' ' . ($subscription->ended_on ?? $subscription->next_on() ?? $subscription->resume_on));
    }

    /** @return string "succeeded 24600, failed 12300" */
    private function counted(string $sql): string
    {
        $database = $this->plugin()->database();
        $rows = $database->rows((string) preg_replace_callback('/(?<=FROM )\w+/', static fn (array $found): string => $database->table($found[0]), $sql));

        return implode(', ', array_map(static fn (array $row): string => "{$row['name']} {$row['number']}", $rows));
    }

    /** @param 'receivable'|'credit' $what */
    private function balance(string $what): int
    {
        return $this->plugin()->module(LedgerModule::class)->postings()->balances_of($this->who->id, Viewer::system())['EUR'][$what] ?? 0;
    }
}
