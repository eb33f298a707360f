<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Subscriptions\ChargesSubscriptions;
use DateTimeImmutable;

/**
 * A language in which an agency's year is told: a client, what they subscribe to, what happens on which day, and what there
 * is then. Bills and subscriptions are numbered in the order of their beginning, from 1. Amounts are cents.
 */
trait TellsStories
{
    use ChargesSubscriptions;
    use ReadsStories;

    private Client $who;

    /** @var list<int> ids */
    private array $started = [];

    private int $deeds = 0;

    /** @param array<string, mixed> $settings of renewing */
    private function begins(string $day, array $settings = []): static
    {
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $this->move(new DateTimeImmutable("{$day} 09:30"));
        $this->who = $this->client();
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', $settings + ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1, 3], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));

        return $this;
    }

    private function leaves(string $card): static
    {
        $this->kept($this->who, "pm_{$card}");

        return $this->happens();
    }

    /** @param array<string, mixed> $changes to 100 EUR and VAT a month from today */
    private function starts(array $changes = []): static
    {
        $this->started[] = $this->subscribe($this->who, $changes)->id;

        return $this->happens();
    }

    private function is_billed_on(int $day): static
    {
        $this->plugin()->database()->transaction(fn () => $this->subscriptions()->billing_days()->set($this->who->id, $day));

        return $this;
    }

    /** Of a plan that renews every month. */
    private function is_sent(string $kind): static
    {
        $draft = $this->draft($this->who, ['kind' => $kind]);
        $this->plugin()->database()->update('invoice_lines', ['interval_unit' => 'month', 'interval_count' => 1], ['invoice_id' => $draft->id]);
        $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());

        return $this->happens();
    }

    /** Day after day, as far as something happens on it. */
    private function until(string $day): static
    {
        $end = new DateTimeImmutable("{$day} 12:00");
        while (($next = $this->next_moment()) !== null && $next < $end) {
            $this->move($next);
            $this->happens();
        }
        $this->move($end);

        return $this->happens();
    }

    /** Nothing runs meanwhile. */
    private function asleep_until(string $day): static
    {
        $this->move(new DateTimeImmutable("{$day} 12:00"));

        return $this->happens();
    }

    /** By a button in a mail. */
    private function pays(int $bill, string $card = '4242424242424242'): static
    {
        $payment = $this->begun($this->bill($bill));
        $this->confirm($payment, $card, ['authenticate' => 'complete']);
        $this->refreshed($payment);

        return $this->happens();
    }

    private function transfers(int $bill, int $amount): static
    {
        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($this->bill($bill)->id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $this->day(), '', true, Actor::system(), $this->deed());

        return $this->happens();
    }

    private function gets_back(int $bill, int $amount): static
    {
        $this->plugin()->module(RefundsModule::class)->refund()->handle($this->payment_of($bill)->id, Money::of($amount, 'EUR'), '', Viewer::system(), $this->deed());

        return $this->happens();
    }

    private function is_credited(int $bill, int $amount, Surplus $surplus = Surplus::Keep): static
    {
        $invoice = $this->bill($bill);
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount($amount), 'As agreed', $surplus, Viewer::system(), $this->deed());

        return $this->happens();
    }

    private function is_voided(int $bill): static
    {
        $this->plugin()->module(IssuingModule::class)->void()->handle($this->bill($bill)->id, Actor::system());

        return $this->happens();
    }

    /** @param string $outcome "" for just opened, "won", "lost" */
    private function disputes(int $bill, string $outcome = ''): static
    {
        $dispute = $this->stripe->control('POST', 'dispute', ['payment_intent' => (string) $this->payment_of($bill)->gateway_payment_id, 'quiet' => true])['id'];
        $this->hears($dispute);
        if ($outcome !== '') {
            $this->stripe->control('POST', "disputes/{$dispute}/advance", ['outcome' => $outcome, 'quiet' => true]);
            $this->hears($dispute);
        }

        return $this->happens();
    }

    private function pauses(int $subscription = 1, ?string $until = null): static
    {
        $this->subscriptions()->pause()->handle($this->started[$subscription - 1], $until, Viewer::system());

        return $this->happens();
    }

    private function resumes(int $subscription = 1): static
    {
        $this->subscriptions()->resume()->handle($this->started[$subscription - 1], Viewer::system());

        return $this->happens();
    }

    /**
     * @param string $when "now", "period_end" or a day
     * @param string $unused what becomes of unused days: "none", "credit", "refund"
     */
    private function cancels(string $when, int $subscription = 1, string $unused = 'none'): static
    {
        $is_day = str_contains($when, '-');
        $this->subscriptions()->cancel()->handle($this->started[$subscription - 1], $is_day ? 'day' : $when, $is_day ? $when : null, Viewer::system(), $unused);

        return $this->happens();
    }

    private function stays_after_all(int $subscription = 1): static
    {
        $this->subscriptions()->cancel()->take_back($this->started[$subscription - 1], Viewer::system());

        return $this->happens();
    }

    private function agency_confirms(string $what, int $subscription = 1): static
    {
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$this->started[$subscription - 1]}/release", ['what' => $what], $this->administrator()));

        return $this->happens();
    }

    private function prefers(string $card): static
    {
        $this->plugin()->module(MethodsModule::class)->choose_default()->handle($this->kept($this->who, "pm_{$card}")->id, Viewer::system());

        return $this->happens();
    }

    private function loses_method(): static
    {
        foreach ($this->plugin()->module(MethodsModule::class)->methods()->of_client($this->who->id, Viewer::system()) as $method) {
            $this->plugin()->module(MethodsModule::class)->remove()->handle($method->id, RemovedWhy::Staff, Viewer::system());
        }

        return $this->happens();
    }

    /**
     * What there is: in the documents, in the payments, in the mails, in our ledger and in the card network's.
     *
     * @param string $subscriptions "active 2027-02-28, ended 2027-03-31": the day is that of the next bill, or of the end
     * @param list<string> $bills "2027-01-31 12300 paid", "2027-02-28 12300 unpaid 12300" with what is due
     * @param string $payments "succeeded 24600, failed 12300", sums
     * @param string $mails "invoice 2, receipt 1"
     * @param int $charged by the card network
     * @param int $refunded by the card network
     * @param int $owed in our ledger
     * @param int $credit in our ledger
     */
    private function then(string $subscriptions, array $bills, string $payments, string $mails, int $charged = 0, int $refunded = 0, int $owed = 0, int $credit = 0): void
    {
        // What failed is cancelled where another try takes its place.
        $state = "CASE WHEN state = 'cancelled' AND failure_code <> '' THEN 'failed' ELSE state END";
        self::assertSame(
            ['subscriptions' => $subscriptions, 'bills' => $bills, 'payments' => $payments, 'mails' => $mails, 'charged' => $charged, 'refunded' => $refunded, 'owed' => $owed, 'credit' => $credit],
            [
                'subscriptions' => implode(', ', array_map(self::said(...), $this->subscriptions()->subscriptions()->of_client($this->who->id, Viewer::system()))),
                'bills' => array_map(static fn (Invoice $bill): string => trim("{$bill->issue_date} {$bill->total} {$bill->settlement->value} " . ($bill->due()->amount ?: '')), $this->bills($this->who)),
                'payments' => $this->counted("SELECT {$state} AS name, SUM(amount) AS number FROM payments GROUP BY {$state} ORDER BY MIN(id)"),
                'mails' => $this->counted('SELECT message AS name, COUNT(*) AS number FROM outbox GROUP BY message ORDER BY MIN(id)'),
                'charged' => $this->ledger()['charged'],
                'refunded' => $this->ledger()['refunded'],
                'owed' => $this->balance('receivable'),
                'credit' => $this->balance('credit'),
            ]
        );
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
        $this->assert_books_agree();
    }
}
