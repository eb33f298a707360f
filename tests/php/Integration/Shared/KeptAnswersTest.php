<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\State;
use Counterfoil\Shared\Database\StateTable;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use RuntimeException;
use stdClass;

/** An answer is kept as long as nothing that is shown was changed, and not a moment longer. */
final class KeptAnswersTest extends IntegrationTestCase
{
    private int $made = 0;

    public function test_it_is_made_once_for_all_who_ask_the_same(): void
    {
        self::assertSame([1, 1], [$this->asked(), $this->asked()]);
        self::assertSame(2, $this->asked(['somebody else']));
        self::assertSame([1, 2], [$this->asked(), $this->asked(['somebody else'])]);
    }

    public function test_it_is_the_same_again_to_the_last_bracket(): void
    {
        $answer = ['list' => [], 'none' => new stdClass(), 'named' => ['2026-11' => 1, 'b' => [['c' => 1.0, 'd' => null, 'e' => 'Zażółć “/”']]]];
        $kept = static fn (): array => Plugin::instance()->kept_answers()->get('brackets', [], static fn (): array => $answer, static fn (): DateTimeImmutable => Plugin::instance()->clock()->now()->modify('+1 day'));

        self::assertEquals([$answer, $answer], [$kept(), $kept()]);
        self::assertSame(json_encode($answer, JSON_PRESERVE_ZERO_FRACTION), json_encode($kept(), JSON_PRESERVE_ZERO_FRACTION));
        self::assertSame(1.0, $kept()['named']['b'][0]['c']);
    }

    public function test_what_was_committed_is_in_the_next_answer(): void
    {
        $this->asked();
        $this->change();
        self::assertSame([2, 2], [$this->asked(), $this->asked()]);
        // Outside of any transaction too.
        Plugin::instance()->database()->update('products', ['name' => 'Hosting'], ['id' => Plugin::instance()->database()->insert('products', ['name' => 'Care', 'created_at' => '2026-01-01 00:00:00'])]);
        self::assertSame([3, 3], [$this->asked(), $this->asked()]);
    }

    public function test_what_was_taken_back_changes_nothing(): void
    {
        $this->asked();
        try {
            $this->change(static fn () => throw new RuntimeException('No.'));
        } catch (RuntimeException) {
        }
        self::assertSame(1, $this->asked());
    }

    /** It has the one or the other, and nobody knows: it is nobody else's. */
    public function test_what_is_changed_while_it_is_made_is_in_the_next_answer(): void
    {
        $this->asked(while: $this->change(...));
        self::assertSame([2, 2], [$this->asked(), $this->asked()]);
    }

    public function test_nothing_is_kept_of_a_transaction_that_may_be_taken_back(): void
    {
        Plugin::instance()->database()->transaction(fn (): array => [$this->asked(), $this->asked()]);
        self::assertSame([3, 3], [$this->asked(), $this->asked()]);
    }

    public function test_it_ends_with_the_day_and_with_ten_minutes(): void
    {
        $this->asked(until: '+5 minutes');
        $this->clock()->shift(4 * 60);
        self::assertSame(1, $this->asked(until: '+5 minutes'));
        $this->clock()->shift(6 * 60);
        self::assertSame(2, $this->asked(until: '+1 day'));
        $this->clock()->shift(15 * 60);
        self::assertSame(2, $this->asked());
        $this->clock()->shift(17 * 60);
        self::assertSame(3, $this->asked());
        // A clock that was set back.
        $this->clock()->shift(0);
        self::assertSame(4, $this->asked());
    }

    public function test_work_that_nobody_sees_leaves_it(): void
    {
        $this->asked();
        Plugin::instance()->queue()->put('idempotency.sweep', 77);
        self::assertSame(1, $this->asked());
        self::assertSame([true, true, false, false], array_map(State::is_shown(...), ['INSERT INTO wp_counterfoil_invoices (id) VALUES (1)', "delete from\nwp_counterfoil_new_table", 'UPDATE wp_counterfoil_queue SET x = 1', 'SELECT * FROM wp_counterfoil_invoices']));
    }

    /** Whoever asks finds many rows, and the next one finds one. */
    public function test_a_state_of_many_rows_becomes_one_of_one(): void
    {
        $database = Plugin::instance()->database();
        for ($i = 0; $i < 501; $i++) {
            $database->state()->advance();
        }
        $this->asked();
        self::assertSame('1', $database->value("SELECT COUNT(*) FROM {$database->table('state')}"));
        self::assertSame([2, 2], [$this->asked(), $this->asked()]);
        $this->change();
        self::assertSame(3, $this->asked());
        $database->transaction($database->state()->shrink(...));
        self::assertSame(4, $this->asked());
    }

    public function test_nothing_is_kept_of_a_state_that_was_lost(): void
    {
        $this->change();
        $this->asked();
        [$lost] = StateTable::migrations();
        $database = Plugin::instance()->database();
        self::assertSame('1', $database->value("SELECT COUNT(*) FROM {$database->table('kept_answers')}"));
        foreach ($lost->steps as $step) {
            is_string($step) && str_starts_with($step, 'DELETE') && $database->execute(str_replace('{kept_answers}', $database->table('kept_answers'), $step));
        }
        self::assertSame(2, $this->asked());
    }

    /** @param list<string> $of */
    private function asked(array $of = ['somebody'], ?Closure $while = null, string $until = '+1 day'): int
    {
        $answer = Plugin::instance()->kept_answers()->get('test', $of, function () use ($while): array {
            ++$this->made;
            $while === null || $while();

            return ['made' => $this->made];
        }, fn (): DateTimeImmutable => Plugin::instance()->clock()->now()->modify($until));

        return (int) $answer['made'];
    }

    private function change(?Closure $work = null): void
    {
        Plugin::instance()->changes()->run(Actor::system(), static function (Change $change) use ($work): void {
            $change->event('product.created', [['product', 1]], null);
            $work === null || $work();
        });
    }
}
