<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Workers renew, charge and credit while staff changes, pauses, ends, raises, credits and takes money for the same subscriptions: each of these happens
 * as a whole or not at all, and in the end every day is billed once. More of it:
 * `COUNTERFOIL_ROUNDS=20 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter ParallelChangesTest`.
 */
final class ParallelChangesTest extends CommittingTestCase
{
    use ChargesSubscriptions;

    private const PROCESSES = 4;

    /** @return iterable<string, array{int}> */
    public static function seeds(): iterable
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261127);
        foreach (range(0, (int) (getenv('COUNTERFOIL_ROUNDS') ?: 1) - 1) as $round) {
            yield 'seed ' . ($seed + $round) => [$seed + $round];
        }
    }

    #[DataProvider('seeds')]
    public function test_whatever_happens_at_once_each_day_is_billed_once(int $seed): void
    {
        $this->connect_stripe();
        $this->at('2027-01-02 09:00');
        $this->stripe->control('POST', 'clock', ['now' => $this->clock()->now()->getTimestamp()]);
        $cards = ['pm_card_visa', 'pm_card_chargeCustomerFail', 'pm_sepa_debit'];
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $clients = array_map(fn (int $number): Client => $this->client("Client {$number}", "client{$number}@harbour.test"), [1, 2, 3]);
        array_map($this->kept(...), $clients, $cards);
        $subscriptions = array_map($this->subscribe(...), $clients);
        $this->work();
        $of = array_map(fn (Subscription $one, Client $client): array => [$one->id, $this->bills($client)[0]->id], $subscriptions, $clients);

        $item = array_diff_key($this->item(), ['setup_fee' => 0, 'unit_price' => 0]);
        $answers = Processes::parallel(self::PROCESSES, __DIR__ . '/change-at-once.php', ['2027-02-02T09:00:00+00:00', $seed, $of, $item]);
        $done = json_encode(array_column($answers, 'result'), JSON_PRETTY_PRINT) ?: '';
        self::assertSame(array_fill(0, self::PROCESSES, null), array_column($answers, 'error'), $done);

        // Until debits have come, and what waited for them.
        foreach (['2027-02-02 09:07', '2027-02-02 09:20', '2027-02-02 11:00', '2027-02-09 12:00', '2027-02-10 12:00', '2027-02-16 12:00', '2027-02-17 12:00'] as $moment) {
            $this->at($moment);
            $this->stripe->control('POST', 'clock', ['now' => $this->clock()->now()->getTimestamp()]);
            $this->work();
        }
        $this->assert_each_day_is_billed_once($done);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), $done);
        $this->assert_books_agree();
    }

    private function assert_each_day_is_billed_once(string $done): void
    {
        $database = $this->plugin()->database();
        $table = $database->table(...);
        self::assertSame([0, 0, 0], [$this->rows_in('renewals', "state = 'claimed'"), $this->rows_in('subscription_changes', 'is_settled = 0'), $this->rows_in('queue', "error <> ''")], $done);
        self::assertSame(0, $this->rows_in('invoices', "status = 'draft'"), $done);
        $covered = [];
        foreach ($database->rows("SELECT subscription_id, period_from, period_to FROM {$table('subscription_periods')} WHERE replaced_by = 0 ORDER BY subscription_id, period_from") as $period) {
            $id = (int) $period['subscription_id'];
            self::assertGreaterThan($covered[$id] ?? '', (string) $period['period_from'], $done);
            $covered[$id] = (string) $period['period_to'];
        }
        // What was billed less what was credited are the days of these periods.
        $days = static fn (array $row): int => (int) (strtotime((string) $row['until_day']) - strtotime((string) $row['from_day'])) / DAY_IN_SECONDS + 1;
        $billed = array_sum(array_map($days, $database->rows("SELECT line.supply_from AS from_day, line.supply_to AS until_day FROM {$table('invoice_lines')} line JOIN {$table('invoices')} invoice ON invoice.id = line.invoice_id WHERE invoice.status = 'issued'")));
        $kept = array_sum(array_map($days, $database->rows("SELECT period_from AS from_day, period_to AS until_day FROM {$table('subscription_periods')} WHERE replaced_by = 0")));
        $credited = (int) $database->value("SELECT SUM(days) FROM {$table('subscription_credits')}");
        self::assertSame($kept, (int) $billed - $credited, $done);
        self::assertSame($this->rows_in('invoices'), $this->rows_in('outbox', "message = 'invoice'"), $done);
        // What is not so any more by the time it would be sent is dropped.
        self::assertSame(0, $this->rows_in('outbox', "state NOT IN ('sent', 'dropped')"), $done);
    }
}
