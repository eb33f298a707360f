<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Received\PaymentFilter;
use Counterfoil\Payments\Received\ReceivedModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What is kept of each day's payments, moved with them. That it is so wherever money moves, every test sees as it ends. */
final class ReceivedDaysTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_a_day_has_what_came_less_what_went_back(): void
    {
        $client = $this->client();
        $payment = $this->payment($this->issued($client), 12300);
        $this->payment($this->issued($client), 700, ['succeeded_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('-40 days'))]);
        $this->refund($payment, 2000);
        self::assertSame([[1, 700], [1, 10300]], $this->months());

        $this->refund($payment, 300, RefundState::Pending);
        self::assertSame([[1, 700], [1, 10000]], $this->months(), 'What is about to go back.');
        $this->plugin()->module(RefundsModule::class)->balances()->set_free($payment, Money::of(300, 'EUR'));
        $this->plugin()->module(RefundsModule::class)->balances()->add_reversed($payment, 10300);
        self::assertSame([[1, 700], [1, 0]], $this->months());
        $this->leave_books_unequal();
    }

    public function test_the_sum_of_a_list_is_that_of_its_days(): void
    {
        $client = $this->client();
        $payment = $this->payment($this->issued($client), 12300);
        $this->payment($this->issued($client, ['currency' => 'USD']), 500);
        $this->payment($this->issued($client), 700, ['succeeded_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('-40 days'))]);
        $this->payment($this->issued($client), 900, ['state' => 'failed', 'succeeded_at' => null]);
        $this->refund($payment, 2000);
        $tally = fn (PaymentFilter $filter): array => $this->plugin()->module(ReceivedModule::class)->received()->tally($filter, Viewer::system());
        $all = ['count' => 3, 'sums' => [['amount' => 11000, 'currency' => 'EUR'], ['amount' => 500, 'currency' => 'USD']]];

        self::assertSame($all, $tally(new PaymentFilter()));
        self::assertSame($all, $tally(new PaymentFilter(client_id: $client->id)));
        $today = ['count' => 2, 'sums' => [['amount' => 10300, 'currency' => 'EUR'], ['amount' => 500, 'currency' => 'USD']]];
        self::assertSame($today, $tally(new PaymentFilter($this->day(), $this->day())));
        self::assertSame($today, $tally(new PaymentFilter($this->day(), $this->day(), $client->id)));
        self::assertSame(['count' => 0, 'sums' => []], $tally(new PaymentFilter(received_to: '2020-01-01')));
    }

    public function test_a_day_that_is_wrong_is_found(): void
    {
        $this->payment($this->issued($this->client()), 12300);
        $day = $this->day();
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('received_days')} SET kept = kept + 1 WHERE day = ?", [$day]);

        self::assertSame(["received on {$day} EUR: left of them is 12301, should be 12300"], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
        $this->leave_books_unequal();
    }

    /** @return list<array{int, int}> payments and what is left of them, the earliest month first */
    private function months(): array
    {
        $months = $this->plugin()->module(PaymentsModule::class)->received_days()->by_month('2020-01-01', '2099-12-31');
        usort($months, static fn (array $one, array $other): int => $one['month'] <=> $other['month']);

        return array_map(static fn (array $month): array => [$month['how_many'], $month['kept']], $months);
    }
}
