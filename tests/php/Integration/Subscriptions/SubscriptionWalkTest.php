<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Tests\Integration\Subscriptions\Stories\TellsStories;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Whatever is done with subscriptions, in whatever order and on whatever days: what is billed, charged and owed is what a
 * model of a few arrays says. Others, and more of them: `COUNTERFOIL_STEPS=5000 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter SubscriptionWalkTest`.
 */
final class SubscriptionWalkTest extends IntegrationTestCase
{
    use TellsStories;

    private const VERIFY_EVERY = 50;
    private const MOST = 3;

    private SubscriptionModel $model;

    /** @return iterable<string, array{int, int}> days before a period on which it is billed, and how many steps */
    public static function walks(): iterable
    {
        yield 'billed on the day' => [0, 180];
        yield 'billed a week ahead' => [7, 120];
    }

    #[DataProvider('walks')]
    public function test_law_15_steps_in_any_order_leave_what_the_model_says(int $lead, int $steps_in_suite): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261127);
        $count = (int) (getenv('COUNTERFOIL_STEPS') ?: $steps_in_suite);
        mt_srand($seed);
        $this->model = new SubscriptionModel($lead);
        // Letters take most of the time, and are told of elsewhere.
        $this->left_out = ['mail.send', 'mandates.announce', 'disputes.sweep'];
        $this->begins('2027-01-31', ['lead_days' => $lead])->leaves('card_visa');
        $weights = ['start' => 2, 'pause' => 3, 'resume' => 3, 'end now' => 1, 'end of period' => 1, 'end on a day' => 1, 'stay' => 1, 'transfer' => 3, 'good card' => 1, 'bad card' => 1, 'days' => 9, 'sleep' => 1, 'confirm' => 2];
        $steps = array_merge(...array_map(static fn (string $what, int $weight): array => array_fill(0, $weight, $what), array_keys($weights), $weights));
        for ($step = 1; $step <= $count; $step++) {
            $what = $steps[mt_rand(0, count($steps) - 1)];
            $this->take($what);
            $this->assert_as_the_model_says("Seed {$seed}, step {$step}: {$what} on {$this->today()}");
            if ($step % self::VERIFY_EVERY === 0) {
                self::assertSame($this->model->charged, $this->ledger()['charged'], "Seed {$seed}, step {$step}");
                self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), "Seed {$seed}, step {$step}");
            }
        }
        $this->assert_books_agree();
        self::assertGreaterThan(10, count($this->model->bills));
    }

    private function take(string $what): void
    {
        $today = $this->today();
        $id = $this->one_that_runs();
        match (true) {
            $what === 'start' || $this->model->subscriptions === [] => $this->start(),
            $what === 'days' => $this->pass(SubscriptionModel::plus($today, mt_rand(1, 10))),
            $what === 'sleep' => $this->sleep(SubscriptionModel::plus($today, mt_rand(20, 75))),
            $what === 'transfer' => $this->transfer(),
            $what === 'good card', $what === 'bad card' => $this->prefer($what === 'good card'),
            $id === null => null,
            default => $this->change($what, $id, $today),
        };
    }

    private function change(string $what, int $id, string $today): void
    {
        $one = $this->model->subscriptions[$id];
        $number = (int) array_search($id, $this->started, true) + 1;
        $until = mt_rand(0, 1) === 0 ? null : SubscriptionModel::plus($today, mt_rand(1, 60));
        $after_billed = $one['billed_until'] === null ? $today : SubscriptionModel::plus($one['billed_until'], 1);
        $day = SubscriptionModel::plus(max($today, $after_billed), mt_rand(1, 40));
        if ($what === 'pause' && $one['status'] === 'active' && ! $one['held']) {
            $this->pauses($number, $until);
            $this->model->pauses($id, $until);
        } elseif ($what === 'resume' && $one['status'] === 'paused') {
            $this->resumes($number);
            $this->model->resumes($id, $today);
        } elseif ($what === 'end now') {
            $this->cancels('now', $number);
            $this->model->ends($id, $today, $today);
        } elseif ($what === 'end of period') {
            $this->cancels('period_end', $number);
            $this->model->ends($id, $after_billed, $today);
        } elseif ($what === 'end on a day') {
            $this->cancels($day, $number);
            $this->model->ends($id, $day, $today);
        } elseif ($what === 'stay' && $one['ends_on'] !== null) {
            $this->stays_after_all($number);
            $this->model->lasts($id, null);
        } elseif ($what === 'confirm' && $one['held']) {
            $is_all = mt_rand(0, 1) === 0;
            $this->agency_confirms($is_all ? 'start' : 'next', $number);
            $this->model->release($id, $is_all, $today);
        }
        // The worker looks for what is due every quarter of an hour.
        $this->move($this->plugin()->clock()->now()->modify('+16 minutes'));
        $this->happens();
        $this->model->runs($today);
    }

    private function start(): void
    {
        if (count(array_filter($this->model->subscriptions, static fn (array $one): bool => $one['status'] !== 'ended')) >= self::MOST) {
            return;
        }
        [$unit, $count] = [['month', 1], ['month', 3], ['week', 2], ['day', 10]][mt_rand(0, 3)];
        $cycles = mt_rand(0, 2) === 0 ? mt_rand(1, 4) : null;
        $this->starts(['interval' => ['unit' => $unit, 'count' => $count], 'cycles' => $cycles]);
        $this->model->starts($this->started[count($this->started) - 1], $this->today(), $unit, $count, $cycles);
    }

    private function pass(string $day): void
    {
        for ($next = SubscriptionModel::plus($this->today(), 1); $next <= $day; $next = SubscriptionModel::plus($next, 1)) {
            $this->model->runs($next);
        }
        $this->until($day);
    }

    private function sleep(string $day): void
    {
        $this->asleep_until($day);
        $this->model->runs($day);
    }

    private function prefer(bool $is_good): void
    {
        $this->prefers($is_good ? 'card_visa' : 'card_chargeCustomerFail');
        $this->model->prefers($is_good, $this->today());
    }

    private function transfer(): void
    {
        $unpaid = array_keys(array_filter($this->model->bills, static fn (array $bill): bool => ! $bill['is_paid'] && ! $bill['is_credited']));
        if ($unpaid === []) {
            return;
        }
        $chosen = $this->model->bills[$unpaid[mt_rand(0, count($unpaid) - 1)]];
        foreach ($this->bills($this->who) as $index => $bill) {
            $renewal = $this->plugin()->module(RenewalsModule::class)->renewals()->of_invoice($bill->id);
            if ($bill->due()->amount === $chosen['total'] && $renewal?->subscription_ids() === [$chosen['of']] && $renewal->from === $chosen['from']) {
                $this->transfers($index + 1, $chosen['total']);
                $at = (int) array_search($chosen, $this->model->bills, true);
                $this->model->bills[$at] = ['is_paid' => true, 'try_on' => null] + $chosen;

                return;
            }
        }
        self::fail('The model has a bill that there is not.');
    }

    private function one_that_runs(): ?int
    {
        $ids = array_keys(array_filter($this->model->subscriptions, static fn (array $one): bool => $one['status'] !== 'ended'));

        return $ids === [] ? null : $ids[mt_rand(0, count($ids) - 1)];
    }

    private function today(): string
    {
        return $this->plugin()->module(BusinessModule::class)->calendar()->today();
    }

    private function assert_as_the_model_says(string $message): void
    {
        $database = $this->plugin()->database();
        $there = array_map(
            static fn (array $row): string => "{$row['issue_date']} {$row['total']} {$row['settlement']}",
            $database->rows("SELECT issue_date, total, settlement FROM {$database->table('invoices')} WHERE status = 'issued'")
        );
        $said = array_map(static fn (array $bill): string => "{$bill['issued']} {$bill['total']} " . match (true) {
            $bill['is_paid'] => 'paid', $bill['is_credited'] => 'credited', default => 'unpaid',
        }, $this->model->bills);
        sort($there);
        sort($said);
        self::assertSame($said, $there, $message);
        self::assertSame($this->model->said(), array_map(self::said(...), $this->subscriptions()->subscriptions()->of_client($this->who->id, Viewer::system())), $message);
        self::assertSame($this->model->owed(), $this->balance('receivable'), $message);
    }
}
