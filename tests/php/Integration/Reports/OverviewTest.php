<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;
use Counterfoil\Tests\Support\WritesRows;

final class OverviewTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use ReadsOverview;
    use WritesRows;

    public function test_nothing_yet(): void
    {
        $overview = $this->overview();

        self::assertSame([0, []], [self::figure($overview, 'outstanding')['count'], self::figure($overview, 'outstanding')['sums']]);
        self::assertSame([[], [], []], [$overview['attention'], $overview['activity'], $overview['notices']]);
        self::assertSame(['business', 'logo', 'taxes', 'payments', 'pages', 'product', 'client', 'invoice'], array_column($overview['checklist'], 'id'));
        $done = array_column($overview['checklist'], 'done', 'id');
        self::assertSame([false, false, false, false], [$done['payments'], $done['product'], $done['client'], $done['invoice']]);
    }

    public function test_what_is_due_by_how_soon_and_currency(): void
    {
        $client = $this->client();
        foreach ([-10 => 100, -1 => 200, 0 => 1000, 7 => 2000, 8 => 40000] as $days => $total) {
            $this->invoice_row($client->id, ['total' => $total, 'due_date' => $this->day($days)]);
        }
        $this->invoice_row($client->id, ['total' => 500, 'paid' => 200, 'settlement' => 'part_paid', 'due_date' => $this->day(-20)]);
        $this->invoice_row($client->id, ['total' => 7, 'currency' => 'JPY', 'due_date' => $this->day(1)]);
        foreach (['draft', 'void'] as $status) {
            $this->invoice_row($client->id, ['status' => $status, 'due_date' => $this->day(-5)]);
        }
        $this->invoice_row($client->id, ['settlement' => 'paid', 'due_date' => $this->day(-5)]);
        $overview = $this->overview();

        self::assertSame(['count' => 3, 'sums' => [['amount' => 600, 'currency' => 'EUR']]], self::tally($overview, 'overdue'));
        self::assertSame(['count' => 3, 'sums' => [['amount' => 3000, 'currency' => 'EUR'], ['amount' => 7, 'currency' => 'JPY']]], self::tally($overview, 'due_this_week'));
        self::assertSame(['count' => 7, 'sums' => [['amount' => 43600, 'currency' => 'EUR'], ['amount' => 7, 'currency' => 'JPY']]], self::tally($overview, 'outstanding'));
        self::assertSame([20, 10, 1], array_column($overview['attention'], 'days_overdue'));
    }

    public function test_what_came_this_month_less_what_went_back(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->payment($invoice, 5000);
        $this->payment($invoice, 900, ['succeeded_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('first day of last month'))]);
        $this->payment($invoice, 800, ['state' => 'processing', 'received' => 0, 'succeeded_at' => null]);
        $this->refund($payment, 1500);
        $this->refund($payment, 100, RefundState::Pending);

        self::assertSame(['count' => 1, 'sums' => [['amount' => 3400, 'currency' => 'EUR']]], self::tally($this->overview(), 'paid_this_month'));
    }

    public function test_failed_payments_count_each_open_invoice_once(): void
    {
        $client = $this->client();
        $failed = ['state' => 'failed', 'received' => 0, 'succeeded_at' => null];
        $open = $this->issued($client);
        $this->payment($open, 12300, $failed);
        $this->payment($open, 12300, $failed);
        $paid = $this->issued($client);
        $this->payment($paid, 12300, $failed);
        $this->payment($paid, 12300);
        $this->payment($this->issued($client), 12300, ['updated_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('-31 days'))] + $failed);

        self::assertSame(['count' => 1, 'sums' => [['amount' => 12300, 'currency' => 'EUR']]], self::tally($this->overview(), 'payment_failed'));
    }

    public function test_a_refused_payment_stays_failed_when_it_is_given_up(): void
    {
        $client = $this->client();
        $given_up = ['state' => 'cancelled', 'received' => 0, 'succeeded_at' => null];
        $this->payment($this->issued($client), 12300, ['failure_code' => 'insufficient_funds'] + $given_up);
        $this->payment($this->issued($client), 12300, ['failure_code' => 'not_started'] + $given_up);
        $this->payment($this->issued($client), 12300, ['failure_code' => ''] + $given_up);

        self::assertSame(['count' => 1, 'sums' => [['amount' => 12300, 'currency' => 'EUR']]], self::tally($this->overview(), 'payment_failed'));
    }

    public function test_mail_that_could_not_be_sent_is_shown(): void
    {
        $this->issued($this->client());
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('outbox')} SET state = 'failed', subject = 'Invoice', error = 'No route'");

        self::assertSame([['Invoice', 'ada@harbour.test', 'No route']], self::notices($this->overview(), 'mail'));
    }

    public function test_steps_are_ticked_off(): void
    {
        $this->issued($this->client());
        $done = array_column($this->overview()['checklist'], 'done', 'id');

        self::assertSame([true, true, false, false], [$done['client'], $done['invoice'], $done['product'], $done['taxes']]);
        $settings = $this->plugin()->settings();
        $settings->set('business', ['legal' => ['tax_status' => 'none']] + $settings->get('business'));
        self::assertTrue(array_column($this->overview()['checklist'], 'done', 'id')['taxes'], 'Who charges no VAT needs no rate.');
    }

    public function test_only_for_staff(): void
    {
        self::assert_status(401, $this->rest('GET', '/counterfoil/v1/overview'));
        self::assert_status(403, $this->rest('GET', '/counterfoil/v1/overview', user: $this->user()));
    }

    /** @return array<mixed> */
    private function overview(): array
    {
        return $this->overview_of($this->administrator());
    }
}
