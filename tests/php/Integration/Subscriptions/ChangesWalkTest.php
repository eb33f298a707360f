<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Subscriptions\Forecast\Span;
use Counterfoil\Subscriptions\Periods\Share;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Whatever is changed, paused, raised, ended and brought to a billing day, in whatever order: what is foretold is what is billed, no day is billed
 * twice or in a pause, none is left out, and what is billed less what is credited is what was used, to the cent. Others, and more of
 * them: `COUNTERFOIL_STEPS=80 COUNTERFOIL_ROUNDS=10 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter ChangesWalkTest`.
 */
final class ChangesWalkTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private const JOBS = ['subscriptions.renew', 'subscriptions.bill', 'subscriptions.settle_change', 'price_rises.tell'];
    private const STEPS = ['start', 'start', 'now', 'now', 'next', 'next', 'withdraw', 'pause', 'pause', 'resume', 'resume', 'resume', 'end', 'end on a day', 'stay', 'stay', 'billing day', 'billing day', 'rise', 'days', 'days', 'days', 'days', 'days', 'days', 'days', 'days'];
    private const RHYTHMS = [['month', 1], ['month', 1], ['month', 3], ['week', 2], ['year', 1], ['month', 1]];

    private Client $client;
    private string $where = '';

    /** @var array<int, string> the day on which each went on after its last pause */
    private array $resumed = [];

    /** @return iterable<string, array{int}> */
    public static function seeds(): iterable
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 2003);
        foreach (range($seed, $seed + (int) (getenv('COUNTERFOIL_ROUNDS') ?: 1) - 1) as $one) {
            yield "seed {$one}" => [$one];
        }
    }

    #[DataProvider('seeds')]
    public function test_law_15_each_day_is_billed_once_as_it_was_foretold(int $seed): void
    {
        mt_srand($seed);
        $lead = [0, 5, 20][mt_rand(0, 2)];
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => $lead, 'catch_up' => ['each', 'together'][mt_rand(0, 1)], 'retry_days' => [1], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));
        $this->at('2027-01-31 09:00');
        $this->client = $this->client();
        for ($step = 1; $step <= (int) (getenv('COUNTERFOIL_STEPS') ?: 30); $step++) {
            $what = self::STEPS[mt_rand(0, count(self::STEPS) - 1)];
            $this->where = "Seed {$seed}, step {$step}: {$what} on {$this->today()}";
            try {
                $what === 'days' ? $this->pass(Calendar::add_days($this->today(), mt_rand(1, 20))) : $this->take($what);
            } catch (DomainError) {
                // Not everything goes with everything: then nothing has happened.
            }
            $this->runs();
        }
        self::assertGreaterThan(0, count($this->bills($this->client)));
    }

    private function take(string $what): void
    {
        [$viewer, $today] = [Viewer::system(), $this->today()];
        $running = array_values(array_filter($this->all(), static fn (Subscription $one): bool => $one->status !== SubscriptionStatus::Ended));
        if ($running === [] || ($what === 'start' && count($running) < 3)) {
            [$unit, $count] = self::RHYTHMS[mt_rand(0, 5)];
            $this->subscribe($this->client, ['interval' => ['unit' => $unit, 'count' => $count], 'starts_on' => Calendar::add_days($today, [0, 0, 3, 40][mt_rand(0, 3)]), 'trial_days' => [0, 0, 7][mt_rand(0, 2)], 'cycles' => mt_rand(0, 3) === 0 ? mt_rand(1, 4) : null, 'items' => $this->items()]);

            return;
        }
        $one = $running[mt_rand(0, count($running) - 1)];
        $changes = $this->plugin()->module(ChangesModule::class);
        match ($what) {
            'now' => $changes->change()->now($one->id, $one->version, $this->terms($one), $viewer),
            'next' => $changes->change()->from_next_period($one->id, $one->version, $this->terms($one), $viewer),
            'withdraw' => $changes->change()->withdraw($one->id, $viewer),
            'pause' => $this->subscriptions()->pause()->handle($one->id, mt_rand(0, 1) === 0 ? null : Calendar::add_days($today, mt_rand(1, 70)), $viewer),
            'resume' => $this->resumed[$this->subscriptions()->resume()->handle($one->id, $viewer)->id] = $today,
            'end' => $changes->cancel()->at_period_end($one->id, $viewer),
            'end on a day' => $changes->cancel()->on($one->id, Calendar::add_days(max($today, (string) $one->billed_until), mt_rand(1, 50)), $viewer),
            'stay' => $changes->cancel()->take_back($one->id, $viewer),
            'billing day' => $changes->set_billing_day()->handle($this->client->id, mt_rand(0, 3) === 0 ? null : mt_rand(1, 31), $viewer),
            'rise' => $this->plugin()->module(PriceRisesModule::class)->raise()->handle(PriceRiseTerms::from_wire(['subscriptions' => [$one->id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '7.5'], 'from' => Calendar::add_days($today, mt_rand(11, 60)), 'notice_days' => 10, 'message' => ''], $today), $viewer),
            default => null,
        };
    }

    private function terms(Subscription $one): NewTerms
    {
        [$unit, $count] = mt_rand(0, 1) === 0 ? [$one->interval->unit, $one->interval->count] : self::RHYTHMS[mt_rand(0, 5)];

        return NewTerms::from_wire(['interval' => ['unit' => $unit, 'count' => $count], 'items' => $this->items()]);
    }

    /** @return list<array<string, mixed>> */
    private function items(): array
    {
        return array_map(fn (int $number): array => $this->item(['description' => "Item {$number}", 'unit_price' => mt_rand(0, 20000), 'quantity' => ['1', '2.5'][mt_rand(0, 1)], 'discount' => mt_rand(0, 2) === 0 ? ['type' => 'percent', 'percent' => '12.5'] : null]), range(1, mt_rand(1, 2)));
    }

    private function pass(string $until): void
    {
        $before = count($this->bills($this->client));
        $foretold = array_map(static fn (ForecastBill $bill): string => self::said($bill->day, $bill->lines, $bill->totals->amounts, $bill->totals->total), iterator_to_array($this->plugin()->module(ForecastModule::class)->read()->of_client($this->client->id, Viewer::system(), Span::until($this->today(), $until)), false));
        for ($day = Calendar::add_days($this->today(), 1); $day <= $until; $day = Calendar::add_days($day, 1)) {
            foreach ($this->all() as $one) {
                $this->resumed = ($one->resume_on === $day ? [$one->id => $day] : []) + $this->resumed;
            }
            $this->at("{$day} 09:00");
            $this->runs();
        }
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();
        $made = array_map(static fn (Invoice $bill): string => self::said($bill->issue_date ?? '', $invoices->lines($bill->id), array_map(static fn (InvoiceLine $line): int => (int) $line->amount, $invoices->lines($bill->id)), $bill->total), array_slice($this->bills($this->client), $before));
        self::assertEqualsCanonicalizing($foretold, $made, $this->where);
    }

    /**
     * @param list<InvoiceLine> $lines
     * @param list<int> $amounts
     */
    private static function said(string $day, array $lines, array $amounts, int $total): string
    {
        return "{$day} {$total}: " . implode(', ', array_map(static fn (InvoiceLine $line, int $amount): string => "{$line->description} {$line->supply_from}–{$line->supply_to} {$amount}", $lines, $amounts));
    }

    private function runs(): void
    {
        // The worker looks for what is due every quarter of an hour.
        $this->clock()->set($this->clock()->now()->modify('+16 minutes'));
        $this->plugin()->module(SharedModule::class)->worker()->run(only: self::JOBS);
        self::assertSame([0, 0], [$this->rows_in('renewals', "state = 'claimed'"), $this->rows_in('subscription_changes', 'is_settled = 0')], $this->where);
        $covered = [];
        $used = [];
        $database = $this->plugin()->database();
        foreach ($database->rows("SELECT p.*, r.invoice_id FROM {$database->table('subscription_periods')} p LEFT JOIN {$database->table('renewals')} r ON r.id = p.renewal_id ORDER BY p.period_from") as $period) {
            [$id, $from, $to, $is_kept] = [(int) $period['subscription_id'], (string) $period['period_from'], (string) $period['period_to'], (int) $period['replaced_by'] === 0];
            foreach (explode(',', (string) $period['bill_lines']) as $line) {
                $used["{$period['invoice_id']}:{$line}"] = $is_kept ? Calendar::days_between($from, $to) + 1 : 0;
            }
            if ($is_kept) {
                self::assertGreaterThan($covered[$id] ?? '', $from, "{$this->where}: days of #{$id} twice");
                $covered[$id] = $to;
            }
        }
        foreach ($this->all() as $one) {
            $next = $one->status === SubscriptionStatus::Active ? $one->next() : null;
            if ($next !== null && isset($covered[$one->id])) {
                self::assertSame(max(Calendar::add_days($covered[$one->id], 1), $this->resumed[$one->id] ?? ''), $next->from, "{$this->where}: days of #{$one->id} left out, or of its pause");
            }
        }
        $this->assert_money($used);
    }

    /** @param array<string, int> $used days of each line, by "invoice:position" */
    private function assert_money(array $used): void
    {
        $database = $this->plugin()->database();
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();
        [$worth, $billed] = [0, 0];
        foreach ($this->bills($this->client) as $bill) {
            $billed += $bill->net;
            foreach ($invoices->lines($bill->id) as $position => $line) {
                $worth += Share::of_first((int) $line->amount, $used["{$bill->id}:{$position}"], Calendar::days_between((string) $line->supply_from, (string) $line->supply_to) + 1);
            }
        }
        self::assertSame($worth, $billed - (int) $database->value("SELECT SUM(net) FROM {$database->table('credit_notes')}"), $this->where);
    }

    /** @return list<Subscription> */
    private function all(): array
    {
        return $this->subscriptions()->subscriptions()->of_client($this->client->id, Viewer::system());
    }

    private function today(): string
    {
        return $this->plugin()->module(BusinessModule::class)->calendar()->today();
    }
}
