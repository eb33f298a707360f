<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\IntegrationTestCase;

/**
 * Law 7: a change of price, and an end that gives days back, killed at any step: whoever comes next finishes it, once. Every
 * step: `COUNTERFOIL_ROUNDS=1 vendor/bin/phpunit --filter KilledChangesTest`.
 */
final class KilledChangesTest extends IntegrationTestCase
{
    use ChangesTerms;
    use KillsAtSteps;
    use TellsStories;

    /** What it dies in. */
    public const DIES_IN = ['ChangeDays::handle', 'CreditUnused::handle', 'SettleChange::settled'];

    public function test_killed_while_a_price_changes(): void
    {
        $this->killed(fn (): self => $this->changes_to(20000), fn (): bool => $this->subscription($this->started[0])->items[0]->unit_price === 20000, function (string $step): void {
            self::assertSame([[12300, Settlement::Paid], [16400, Settlement::Paid]], $this->totals(), $step);
            self::assertSame([1, 8200], [$this->rows_in('credit_notes', "client_id = {$this->who->id}"), $this->sum('credit_notes')], $step);
            self::assertSame([0, 0], [$this->balance('receivable'), $this->balance('credit')], $step);
            self::assertSame(2, $this->rows_in('outbox', "client_id = {$this->who->id} AND message = 'receipt'"), $step);
        });
        self::assertSame($this->told * 20500, $this->ledger()['charged']);
        self::assertSame([], array_diff(['ChangeDays::handle', 'CreditUnused::handle', 'SettleChange::settled'], array_keys($this->died_in)));
    }

    public function test_killed_while_unused_days_are_given_back(): void
    {
        $this->killed(fn (): self => $this->cancels('now', unused: 'refund'), fn (): bool => $this->subscription($this->started[0])->status === SubscriptionStatus::Ended, function (string $step): void {
            self::assertSame([[12300, Settlement::Paid]], $this->totals(), $step);
            self::assertSame([1, 8200], [$this->rows_in('credit_notes', "client_id = {$this->who->id}"), $this->sum('credit_notes')], $step);
            self::assertSame([0, 0], [$this->balance('receivable'), $this->balance('credit')], $step);
            self::assertSame(1, $this->rows_in('outbox', "client_id = {$this->who->id} AND message = 'refund'"), $step);
        });
        self::assertSame([$this->told * 12300, $this->told * 8200], [$this->ledger()['charged'], $this->ledger()['refunded']]);
        self::assertSame([], array_diff(['ChangeDays::handle', 'SettleChange::settled'], array_keys($this->died_in)));
    }

    /**
     * On the eleventh of thirty days.
     *
     * @param \Closure(): mixed $work
     * @param \Closure(): bool $is_done
     * @param \Closure(string): void $then
     */
    private function killed(\Closure $work, \Closure $is_done, \Closure $then): void
    {
        $this->begins('2027-04-01');
        $this->killed_at_each_step('2027-04-01', fn (): self => $this->leaves('card_visa')->starts()->until('2027-04-11'), $work, $is_done, $then);
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
