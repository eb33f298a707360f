<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\Processes;
use DateTimeImmutable;

/**
 * The worker at two moments: two subscriptions begin, and their clients are billed and charged; the card that was declined is tried
 * once more, and a third client is billed and charged. Real processes are killed before their steps, whoever comes next finishes
 * what they began. Once in each part of renewing; before every single step with COUNTERFOIL_ROUNDS=1.
 */
trait DiesWhileRenewing
{
    use ChargesSubscriptions;

    private int $rounds = 0;

    /** @var array<string, true> */
    private array $visited = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-01 09:00');
    }

    /** @param array<string, mixed> $changes of the settings */
    private function renew(array $changes): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'pause', 'grace_days' => 14] + $changes, $this->administrator()));
    }

    /** @param list<string> $of_renewing what has to be visited of RenewingSteps::PARTS */
    private function killed_in_each(array $of_renewing): void
    {
        $steps = $this->round([0, 0]);
        $parts = array_values(array_unique(array_map(static fn (string $step): string => strstr($step, ':', true) ?: '', array_merge(...$steps))));
        self::assertEqualsCanonicalizing($of_renewing, $parts, 'A part of renewing is not visited.');

        foreach ($this->kills($steps) as $kill) {
            $this->round($kill);
        }

        self::assertSame([], array_values(array_diff(getenv('COUNTERFOIL_ROUNDS') === false ? $parts : array_merge(...$steps), array_keys($this->visited))), 'Nobody was killed there.');
        self::assertSame([2 * $this->rounds, 2 * 12300 * $this->rounds], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $this->assert_books_agree();
    }

    /** No number is missing, none is there twice. */
    private function assert_numbers(string $kind, int $count): void
    {
        $numbers = array_column($this->plugin()->database()->rows("SELECT number FROM {$this->plugin()->database()->table('invoices')} WHERE status = 'issued' AND kind = ? ORDER BY number", [$kind]), 'number');
        self::assertSame(range(1, $count), array_map(static fn (mixed $number): int => (int) substr((string) $number, (int) strrpos((string) $number, '-') + 1), $numbers), $kind);
    }

    /** @param list<Client> $clients who are billed in this round */
    abstract private function prepare(array $clients): void;

    /** @return array{bills: list<Settlement>, mails: array<string, int>} of a client who was billed */
    abstract private function in_the_end(bool $is_paid): array;

    /**
     * @param list<list<string>> $steps of each moment
     * @return iterable<list<int>> before which step of each moment the worker is killed
     */
    private function kills(array $steps): iterable
    {
        if (getenv('COUNTERFOIL_ROUNDS') !== false) {
            // One after the other: what died at the first moment may be done in another order at the second one.
            foreach (range(1, count($steps[0])) as $step) {
                yield [$step, 0];
            }
            foreach (range(1, count($steps[1])) as $step) {
                yield [0, $step];
            }

            return;
        }
        // Each part in the middle of it.
        $chosen = array_map(static function (array $of_moment): array {
            $at = [];
            foreach ($of_moment as $index => $step) {
                $at[strstr($step, ':', true)][] = $index + 1;
            }

            return array_map(static fn (array $numbers): int => $numbers[intdiv(count($numbers), 2)], $at);
        }, $steps);
        foreach (RenewingSteps::PARTS as $part) {
            yield [$chosen[0][$part] ?? 0, $chosen[1][$part] ?? 0];
        }
    }

    /**
     * @param list<int> $kills before which step of each moment; 0 for none
     * @return list<list<string>> the steps of each moment until then
     */
    private function round(array $kills): array
    {
        // Not so often that one is due again.
        $begin = (new DateTimeImmutable('2027-01-01 09:00'))->modify('+' . 3 * $this->rounds++ . ' days');
        $this->clock()->set($begin);
        $clients = [$this->client("Paying {$this->rounds}", "paying{$this->rounds}@harbour.test"), $this->client("Declined {$this->rounds}", "declined{$this->rounds}@harbour.test"), $this->client("Alone {$this->rounds}", "alone{$this->rounds}@harbour.test")];
        $this->kept($clients[0]);
        $this->kept($clients[1], 'pm_card_chargeCustomerFail');
        $this->kept($clients[2]);
        $this->prepare($clients);
        $subscriptions = array_map(fn (Client $client, int $days): Subscription => $this->subscribe($client, ['starts_on' => $begin->modify("+{$days} days")->format('Y-m-d'), 'interval' => ['unit' => 'year', 'count' => 9]]), $clients, [1, 1, 2]);
        $log = tempnam(sys_get_temp_dir(), 'steps');
        $steps = [];
        foreach (['+24 hours', '+51 hours'] as $index => $moment) {
            file_put_contents($log, '');
            $now = $begin->modify($moment);
            [$answer] = Processes::parallel(1, __DIR__ . '/renew-and-die.php', [$now->format(DATE_ATOM), $kills[$index], $log], may_die: true);
            $lines = array_values(array_filter(explode("\n", (string) file_get_contents($log))));
            $steps[] = $done = array_map(static fn (string $line): string => explode("\t", $line)[0], $lines);
            self::assertSame($kills[$index] === 0 || $kills[$index] > count($done) ? null : Processes::DEAD, $answer['error']['class'] ?? null, $answer['error']['message'] ?? '');
            if ($answer['error'] !== null) {
                $died_at = (string) end($done);
                $this->visited += [$died_at => true, (string) strstr($died_at, ':', true) => true] + array_fill_keys(array_slice(explode("\t", (string) end($lines)), 1), true);
            }
            // Whoever comes next: once its lease has ended, and when what waits for the gateway's answer is asked again.
            foreach (['+7 minutes', '+15 minutes', '+90 minutes'] as $later) {
                $this->clock()->set($now->modify($later));
                $this->work();
            }
            $this->assert_as_if_nobody_had_died($clients, $subscriptions, $index, json_encode($kills) . ' ' . ($died_at ?? ''));
        }
        unlink($log);

        return $steps;
    }

    /**
     * @param list<Client> $clients the one who pays, the one whose card is declined, and the one who pays at the second moment
     * @param list<Subscription> $subscriptions
     */
    private function assert_as_if_nobody_had_died(array $clients, array $subscriptions, int $moment, string $message): void
    {
        $renewals = array_map(fn (Client $client): array => array_map(
            static fn ($renewal): array => [$renewal->state, $renewal->tries],
            $this->plugin()->module(RenewalsModule::class)->renewals()->of_client($client->id, RenewalState::cases())
        ), $clients);
        self::assertSame([[[RenewalState::Paid, 0]], [$moment === 0 ? [RenewalState::Billed, 1] : [RenewalState::GivenUp, 2]], $moment === 0 ? [] : [[RenewalState::Paid, 0]]], $renewals, $message);
        self::assertSame($moment === 0 ? SubscriptionStatus::Active : SubscriptionStatus::Paused, $this->subscription($subscriptions[1]->id)->status, $message);
        foreach ($clients as $index => $client) {
            $bills = $this->bills($client);
            $is_due = $index !== 2 || $moment === 1;
            $end = $is_due ? $this->in_the_end($index !== 1) : ['bills' => [], 'mails' => []];
            self::assertSame($end['bills'], array_column($bills, 'settlement'), $message);
            self::assertSame(0, $this->rows_in('invoices', "client_id = {$client->id} AND status = 'draft'"), $message);
            self::assertSame([1, 1 + $moment, $moment][$index], $this->rows_in('payments', "client_id = {$client->id}"), $message);
            $mails = $this->plugin()->database()->rows("SELECT message, state, COUNT(*) AS mails FROM {$this->plugin()->database()->table('outbox')} WHERE client_id = ? GROUP BY message, state ORDER BY message", [$client->id]);
            $told = array_combine(array_map(static fn (array $row): string => "{$row['message']} {$row['state']}", $mails), array_map('intval', array_column($mails, 'mails')));
            self::assertSame($end['mails'] + ($index === 1 ? ['renewal_failed sent' => 1 + $moment] : []), $told, $message);
        }
        self::assertSame($this->rounds - 1 + $moment, $this->rows_in('outbox', "message = 'subscription_unpaid' AND state = 'sent'"), $message);
    }
}
