<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/**
 * Law 7: real processes are killed while they renew, before each of their steps; whoever comes next finishes what they
 * began. Here once in each part of renewing; before every single step: `COUNTERFOIL_ROUNDS=1 vendor/bin/phpunit --filter KilledRenewalsTest`.
 */
final class KilledRenewalsTest extends CommittingTestCase
{
    use ChargesSubscriptions;

    /**
     * Two rounds of the worker: two subscriptions begin, and their clients are billed and charged together; the card that was declined is
     * tried once more, and a third client is billed and charged alone.
     */
    private const MOMENTS = ['+24 hours', '+51 hours'];

    /** What it dies in. */
    public const DIES_IN = ['ClaimPeriods::together', 'RenewTogether::bill', 'BillRenewal::draft_of', 'BillRenewal::billed', 'TakeLastStep::handle'];

    private int $rounds = 0;

    /** @var array<string, true> */
    private array $visited = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-01 09:00');
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'pause', 'grace_days' => 14], $this->administrator()));
    }

    public function test_killed_anywhere_while_renewing(): void
    {
        $steps = $this->round([0, 0]);
        $parts = array_values(array_unique(array_map(static fn (string $step): string => strstr($step, ':', true) ?: '', array_merge(...$steps))));
        self::assertEqualsCanonicalizing(array_values(RenewingSteps::PARTS), $parts, 'A part of renewing is not visited.');

        foreach ($this->kills($steps) as $kill) {
            $this->round($kill);
        }

        self::assertSame([], array_values(array_diff(getenv('COUNTERFOIL_ROUNDS') === false ? $parts : array_merge(...$steps), array_keys($this->visited))), 'Nobody was killed there.');
        self::assertSame([], array_values(array_diff(self::DIES_IN, array_keys($this->visited))), 'Nobody was killed in these.');
        self::assertSame([2 * $this->rounds, 2 * 12300 * $this->rounds], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $numbers = array_column($this->plugin()->database()->rows("SELECT number FROM {$this->plugin()->database()->table('invoices')} WHERE status = 'issued' ORDER BY number"), 'number');
        self::assertSame(range(1, 3 * $this->rounds), array_map(static fn (mixed $number): int => (int) substr((string) $number, (int) strrpos((string) $number, '-') + 1), $numbers), 'No number is missing, none is there twice.');
        $this->assert_books_agree();
    }

    /**
     * @param list<list<string>> $steps of each moment
     * @return iterable<list<int>> before which step of each moment the worker is killed
     */
    private function kills(array $steps): iterable
    {
        if (getenv('COUNTERFOIL_ROUNDS') !== false) {
            foreach (range(1, max(0, ...array_map(count(...), $steps))) as $step) {
                yield [$step, $step];
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
        $begin = (new \DateTimeImmutable('2027-01-01 09:00'))->modify('+' . 3 * $this->rounds++ . ' days');
        $this->clock()->set($begin);
        $clients = [$this->client("Paying {$this->rounds}", "paying{$this->rounds}@harbour.test"), $this->client("Declined {$this->rounds}", "declined{$this->rounds}@harbour.test"), $this->client("Alone {$this->rounds}", "alone{$this->rounds}@harbour.test")];
        $this->kept($clients[0]);
        $this->kept($clients[1], 'pm_card_chargeCustomerFail');
        $this->kept($clients[2]);
        $subscriptions = array_map(fn (Client $client, int $days): Subscription => $this->subscribe($client, ['starts_on' => $begin->modify("+{$days} days")->format('Y-m-d'), 'interval' => ['unit' => 'year', 'count' => 9]]), $clients, [1, 1, 2]);
        $log = tempnam(sys_get_temp_dir(), 'steps');
        $steps = [];
        foreach (self::MOMENTS as $index => $moment) {
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
            self::assertSame($is_due ? [$index === 1 ? Settlement::Unpaid : Settlement::Paid] : [], array_column($bills, 'settlement'), $message);
            self::assertSame(0, $this->rows_in('invoices', "client_id = {$client->id} AND status = 'draft'"), $message);
            // One that the card network never heard of is begun anew, and counts for nothing.
            self::assertSame([1, 1 + $moment, $moment][$index], $this->rows_in('payments', "client_id = {$client->id} AND failure_code <> 'not_reached'"), $message);
            $mails = $this->plugin()->database()->rows("SELECT message, state, COUNT(*) AS mails FROM {$this->plugin()->database()->table('outbox')} WHERE client_id = ? GROUP BY message, state ORDER BY message", [$client->id]);
            $told = array_combine(array_map(static fn (array $row): string => "{$row['message']} {$row['state']}", $mails), array_map('intval', array_column($mails, 'mails')));
            self::assertSame(match (true) {
                ! $is_due => [],
                $index !== 1 => ['invoice sent' => 1, 'receipt sent' => 1],
                $moment === 0 => ['invoice sent' => 1, 'renewal_failed sent' => 1],
                default => ['invoice sent' => 1, 'renewal_failed sent' => 2],
            }, $told, $message);
        }
        self::assertSame($this->rounds - 1 + $moment, $this->rows_in('outbox', "message = 'subscription_unpaid' AND state = 'sent'"), $message);
    }
}
