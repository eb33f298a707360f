<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Support\IntegrationTestCase;

/**
 * Law 7: a change of price, and an end that gives days back, killed at any step: whoever comes next finishes it, once. Every
 * step: `COUNTERFOIL_ROUNDS=1 vendor/bin/phpunit --filter KilledChangesTest`.
 */
final class KilledChangesTest extends IntegrationTestCase
{
    use ChangesTerms;
    use TellsStories;

    private const MOST_STEPS = 250;
    private const STRIDE = 17;

    public function test_killed_while_a_price_changes(): void
    {
        $this->killed_at_each_step(fn (): self => $this->changes_to(20000), fn (): bool => $this->subscription($this->started[0])->items[0]->unit_price === 20000, function (string $step): void {
            self::assertSame([[12300, Settlement::Paid], [16400, Settlement::Paid]], $this->totals(), $step);
            self::assertSame([1, 8200], [$this->rows_in('credit_notes', "client_id = {$this->who->id}"), $this->sum('credit_notes')], $step);
            self::assertSame([0, 0], [$this->balance('receivable'), $this->balance('credit')], $step);
            self::assertSame(2, $this->rows_in('outbox', "client_id = {$this->who->id} AND message = 'receipt'"), $step);
        });
        self::assertSame($this->told * 20500, $this->ledger()['charged']);
    }

    public function test_killed_while_unused_days_are_given_back(): void
    {
        $this->killed_at_each_step(fn (): self => $this->cancels('now', unused: 'refund'), fn (): bool => $this->subscription($this->started[0])->status === SubscriptionStatus::Ended, function (string $step): void {
            self::assertSame([[12300, Settlement::Paid]], $this->totals(), $step);
            self::assertSame([1, 8200], [$this->rows_in('credit_notes', "client_id = {$this->who->id}"), $this->sum('credit_notes')], $step);
            self::assertSame([0, 0], [$this->balance('receivable'), $this->balance('credit')], $step);
            self::assertSame(1, $this->rows_in('outbox', "client_id = {$this->who->id} AND message = 'refund'"), $step);
        });
        self::assertSame([$this->told * 12300, $this->told * 8200], [$this->ledger()['charged'], $this->ledger()['refunded']]);
    }

    private int $told = 0;

    /**
     * @param \Closure(): mixed $work
     * @param \Closure(): bool $is_done whether it was written down
     * @param \Closure(string): void $then what there is in the end
     */
    private function killed_at_each_step(\Closure $work, \Closure $is_done, \Closure $then): void
    {
        $this->begins('2027-04-01');
        for ($step = 1; $step < self::MOST_STEPS; $step += getenv('COUNTERFOIL_ROUNDS') === false ? self::STRIDE : 1) {
            ++$this->told;
            $this->move(new \DateTimeImmutable('2027-04-01 09:30'));
            $this->who = $this->client("Client {$step}", "client{$step}@harbour.test");
            $this->started = [];
            $this->leaves('card_visa')->starts()->until('2027-04-11');

            $killed = Killed::at($step, $work);
            $is_done() || $work();
            foreach (['+7 minutes', '+15 minutes', '+90 minutes'] as $later) {
                $this->move($this->plugin()->clock()->now()->modify($later));
                $this->happens();
            }
            $then("Step {$step}");
            // It ends here, so that it is not due while the next one is told.
            $this->subscription($this->started[0])->status === SubscriptionStatus::Ended || $this->cancels('now');
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(40, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
        $this->assert_books_agree();
    }

    /** @return list<array{int, Settlement}> */
    private function totals(): array
    {
        return array_map(static fn ($bill): array => [$bill->total, $bill->settlement], $this->bills($this->who));
    }

    private function sum(string $table): int
    {
        return (int) $this->plugin()->database()->value("SELECT SUM(total) FROM {$this->plugin()->database()->table($table)} WHERE client_id = ?", [$this->who->id]);
    }
}
