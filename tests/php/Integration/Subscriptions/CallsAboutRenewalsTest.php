<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Closure;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Tests\Integration\Gateways\CallsOfStripe;
use Counterfoil\Tests\Integration\Subscriptions\Stories\TellsStories;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Laws 8 and 14, abuse cases 43, 44 and 69, for what renews by itself: whatever calls about its charges come, ten times, days late, in any order,
 * between any two runs of the worker or never, the end is the same. More ways:
 * `COUNTERFOIL_ROUNDS=50 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter CallsAboutRenewalsTest`.
 */
final class CallsAboutRenewalsTest extends IntegrationTestCase
{
    use CallsOfStripe;
    use TellsStories;

    private const FIRST_DAY = '2027-01-04';
    private const LAST_DAY = '2027-03-12';

    /** What each client has left to be charged with. */
    private const CARDS = [
        'succeeds' => 'pm_card_visa',
        'is declined' => 'pm_card_chargeCustomerFail',
        'confirms' => 'pm_card_authenticationRequired',
        'is debited' => 'pm_sepa_debit',
        'has it returned' => 'pm_sepa_debit_returned',
        'wins a dispute' => 'pm_card_visa',
        'loses a dispute' => 'pm_card_visa',
    ];

    /** Of each of them: bills with what is due, payments, mails, what is owed. What lasts for some time only is told where it is heard of meanwhile. */
    private const END = [
        'succeeds' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'succeeded 24600', 'invoice 2, receipt 2', 0],
        'is declined' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'failed 24600, succeeded 24600', 'invoice 2, receipt 2, renewal_failed 2', 0],
        'confirms' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'failed 36900, succeeded 24600', 'invoice 2, receipt 2, renewal_failed 4', 0],
        'is debited' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'succeeded 24600', 'debit 2, invoice 2, receipt 2', 0],
        'has it returned' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'succeeded 36900', 'debit 1, invoice 2, payment_returned 1, receipt 3', 0],
        'wins a dispute' => ['2027-01-04 12300 paid, 2027-02-03 12300 paid', 'succeeded 24600', 'invoice 2, receipt 2', 0],
        'loses a dispute' => ['2027-01-04 12300 unpaid 12300, 2027-02-03 12300 paid', 'succeeded 24600', 'invoice 2, receipt 2', 12300],
    ];

    /** @var array<string, Client> */
    private array $clients = [];

    /** @var list<array{string, array<string, mixed>}> calls that are still to come, each with its day */
    private array $coming = [];

    /** @return iterable<string, array{int, Closure(): list<int>}> a seed, and how many days after something happened each call about it comes */
    public static function ways(): iterable
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261127);
        $late = static fn (int $times): array => array_map(static fn (): int => [0, 1, 4, 11][mt_rand(0, 3)], range(1, $times));
        yield 'three times and late, or never' => [$seed, static fn (): array => mt_rand(0, 2) === 0 ? [] : $late(3)];
        $rounds = (int) getenv('COUNTERFOIL_ROUNDS');
        if ($rounds > 0) {
            yield 'each at once' => [$seed, static fn (): array => [0]];
            yield 'each ten times at once' => [$seed, static fn (): array => array_fill(0, 10, 0)];
            yield 'each three weeks late' => [$seed, static fn (): array => [21]];
            yield 'none' => [$seed, static fn (): array => []];
        }
        for ($round = 1; $round <= $rounds; $round++) {
            yield "round {$round}, each ten times" => [$seed + $round, static fn (): array => $late(10)];
            yield "round {$round}, some lost" => [$seed + $round, static fn (): array => array_map(static fn (): int => mt_rand(0, 25), array_fill(0, mt_rand(0, 3), null))];
        }
    }

    /** @param Closure(): list<int> $way */
    #[DataProvider('ways')]
    public function test_whatever_is_heard_of_charges_the_end_is_the_same(int $seed, Closure $way): void
    {
        mt_srand($seed);
        // Letters take most of the time, and are written down all the same.
        $this->left_out = ['mail.send'];
        $this->begins(self::FIRST_DAY);
        foreach (self::CARDS as $name => $card) {
            $this->clients[$name] = $this->client("A client that {$name}", str_replace(' ', '-', $name) . '@harbour.test');
            $this->kept($this->clients[$name], $card);
            $this->subscribe($this->clients[$name], ['interval' => ['unit' => 'day', 'count' => 30], 'cycles' => 2]);
        }
        $this->happens();
        foreach ($this->deeds() as $day => $deed) {
            $this->lives_until("{$day} 11:00", $way);
            $deed();
        }
        $this->lives_until(self::LAST_DAY . ' 11:00', $way);

        $there = array_map($this->end_of(...), $this->clients);
        self::assertSame(self::END, $there, "Seed {$seed}");
        self::assertSame(array_fill(0, count(self::CARDS), 'ended'), array_column($this->plugin()->database()->rows("SELECT status FROM {$this->plugin()->database()->table('subscriptions')}"), 'status'));
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
        $this->assert_books_agree();
    }

    /** @return iterable<string, Closure(): void> what people and banks do, by day */
    private function deeds(): iterable
    {
        yield '2027-01-06' => function (): void {
            $this->chooses_another_card('is declined');
            $this->confirms_a_bill(0);
        };
        yield '2027-01-15' => function (): void {
            $this->chooses_another_card('has it returned');
            $this->dispute('wins a dispute');
            $this->dispute('loses a dispute');
        };
        yield '2027-02-05' => function (): void {
            $this->confirms_a_bill(1);
            $this->dispute('wins a dispute', 'won');
            $this->dispute('loses a dispute', 'lost');
        };
    }

    private function chooses_another_card(string $name): void
    {
        $this->who = $this->clients[$name];
        $this->prefers('card_visa');
    }

    /** By the button in the mail; nothing tells the plugin. */
    private function confirms_a_bill(int $index): void
    {
        $this->confirm($this->begun($this->bills($this->clients['confirms'])[$index]), '4000002760003184', ['authenticate' => 'complete']);
    }

    /** @var array<string, string> ids by client */
    private array $disputes = [];

    private function dispute(string $name, string $outcome = ''): void
    {
        if ($outcome !== '') {
            $this->stripe->control('POST', "disputes/{$this->disputes[$name]}/advance", ['outcome' => $outcome, 'quiet' => true]);

            return;
        }
        $this->who = $this->clients[$name];
        $this->disputes[$name] = (string) $this->stripe->control('POST', 'dispute', ['payment_intent' => (string) $this->payment_of(1)->gateway_payment_id, 'quiet' => true])['id'];
    }

    /** @param Closure(): list<int> $way */
    private function lives_until(string $moment, Closure $way): void
    {
        $end = new DateTimeImmutable($moment);
        do {
            // Calls come on days on which nothing is due as well.
            $calls = array_map(static fn (array $call): DateTimeImmutable => new DateTimeImmutable("{$call[0]} 12:00"), $this->coming);
            $this->move(min($end, $this->next_moment() ?? $end, ...$calls));
            $works_first = mt_rand(0, 1) === 1;
            $works_first && $this->happens();
            $this->hears_what_comes($way);
            $works_first || $this->happens();
        } while ($this->plugin()->clock()->now() < $end);
    }

    /** @param Closure(): list<int> $way */
    private function hears_what_comes(Closure $way): void
    {
        $today = $this->plugin()->module(BusinessModule::class)->calendar()->today();
        foreach ($this->news() as $event) {
            foreach ($way() as $days) {
                $this->coming[] = [SubscriptionModel::plus($today, $days), $event];
            }
        }
        $due = array_values(array_filter($this->coming, static fn (array $call): bool => $call[0] <= $today));
        $this->coming = array_values(array_filter($this->coming, static fn (array $call): bool => $call[0] > $today));
        shuffle($due);
        array_map($this->calls_about(...), array_column($due, 1));
    }

    /** @return array{string, string, string, int} as END has it */
    private function end_of(Client $client): array
    {
        $this->who = $client;

        return [
            implode(', ', array_map(static fn (Invoice $bill): string => trim("{$bill->issue_date} {$bill->total} {$bill->settlement->value} " . ($bill->due()->amount ?: '')), $this->bills($client))),
            $this->counted("SELECT CASE WHEN state = 'cancelled' AND failure_code <> '' THEN 'failed' ELSE state END AS name, SUM(amount) AS number FROM payments WHERE client_id = {$client->id} GROUP BY name ORDER BY name"),
            $this->counted("SELECT message AS name, COUNT(*) AS number FROM outbox WHERE client_id = {$client->id} AND message <> 'dispute' GROUP BY message ORDER BY message"),
            $this->balance('receivable'),
        ];
    }
}
