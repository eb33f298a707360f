<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Demo;

use Counterfoil\Clients\Client;
use Counterfoil\Demo\ClockStep;
use Counterfoil\Demo\DemoModule;
use Counterfoil\Demo\MoveClock;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Subscriptions\ChargesSubscriptions;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A demo whose date moves on lives on: day by day, with the card network's clock beside it. */
final class MoveClockTest extends IntegrationTestCase
{
    use ChargesSubscriptions;

    /** @var list<int> seconds ahead, as the card network was told */
    private array $moves = [];

    /** Seconds to noon: tries come in the morning of their day, and the date moves on by whole days. */
    private int $noon;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->noon = (36 * HOUR_IN_SECONDS - $this->clock()->now()->getTimestamp() % DAY_IN_SECONDS) % DAY_IN_SECONDS;
        $this->clock()->shift($this->noon);
        $this->stripe->control('POST', 'clock', ['offset' => $this->noon]);
        update_option(DemoModule::OPTION, (string) $this->noon, false);
        add_action('counterfoil_demo_clock_moved', function (int $seconds): void {
            $this->moves[] = $seconds;
            $this->stripe->control('POST', 'clock', ['offset' => $seconds]);
        });
    }

    public function test_a_month_has_renewals_tries_and_debits_that_come_back_each_on_its_day(): void
    {
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $clients = [];
        foreach (['good' => 'pm_card_visa', 'bad' => 'pm_card_chargeCustomerFail', 'debit' => 'pm_sepa_debit_returned'] as $name => $method) {
            $clients[$name] = $this->client(ucfirst($name), "{$name}@client.test");
            $this->kept($clients[$name], $method);
            $this->subscribe($clients[$name]);
        }
        $today = $this->day();
        $this->move(ClockStep::Month);
        $this->move(ClockStep::Week);

        self::assertSame(range($this->noon + DAY_IN_SECONDS, $this->noon + 37 * DAY_IN_SECONDS, DAY_IN_SECONDS), $this->moves);
        self::assertSame((string) ($this->noon + 37 * DAY_IN_SECONDS), get_option(DemoModule::OPTION));
        $bills = $this->bills($clients['good']);
        self::assertGreaterThanOrEqual(2, count($bills));
        self::assertSame(array_fill(0, count($bills), Settlement::Paid), array_map(static fn (Invoice $bill): Settlement => $bill->settlement, $bills));
        self::assertSame(Calendar::add_months($today, 1), $bills[1]->issue_date, 'Billed on its day and not on the last one.');

        $tries = $this->days_of('subscription.charge_failed', $clients['bad']);
        self::assertSame(array_map(static fn (int $days): string => Calendar::add_days($tries[0], $days), [0, 1, 3, 5, 7]), array_slice($tries, 0, 5));
        self::assertGreaterThan(0, $this->rows_in('outbox', "message = 'renewal_failed' AND recipient = 'bad@client.test' AND state = 'sent'"));
        self::assertNotSame([], $this->days_of('payment.reversed', $clients['debit']), 'The bank took a debit back.');
    }

    public function test_back_is_today(): void
    {
        $this->move(ClockStep::Week);
        $this->move(ClockStep::Back);

        self::assertSame(0, end($this->moves));
        self::assertSame('0', get_option(DemoModule::OPTION));
    }

    public function test_days_that_do_not_fit_into_a_request_are_done_on_the_last_one(): void
    {
        $this->move(ClockStep::Month, 0);

        self::assertSame([$this->noon + 30 * DAY_IN_SECONDS], $this->moves);
    }

    private function move(ClockStep $step, int $seconds = 300): void
    {
        (new MoveClock($this->clock(), fn (int $budget): int => $this->plugin()->module(SharedModule::class)->worker()->run($budget), $seconds))->handle($step);
    }

    /** @return list<string> the business's days on which it happened to a client, in their order */
    private function days_of(string $type, Client $client): array
    {
        $database = $this->plugin()->database();
        $rows = $database->rows("SELECT occurred_at FROM {$database->table('events')} WHERE type = ? AND client_id = ? ORDER BY id", [$type, $client->id]);

        return array_map(static fn (array $row): string => substr((string) $row['occurred_at'], 0, 10), $rows);
    }
}
