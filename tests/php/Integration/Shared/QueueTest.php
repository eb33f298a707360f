<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use RuntimeException;

/** Work that is due: each piece once, at the earliest time somebody asked for, whatever happens to who does it. */
final class QueueTest extends IntegrationTestCase
{
    use RunsJobs;

    public function test_asked_for_twice_it_is_done_once(): void
    {
        $this->queue()->put('test.job', 7);
        $this->queue()->put('test.job', 7);
        $this->queue()->put('test.job', 8);

        self::assertSame(2, $this->worker()->run());
        self::assertSame(0, $this->worker()->run());
        self::assertSame([[7, 1], [8, 1]], $this->ran);
        self::assertSame(0, $this->rows());
    }

    public function test_the_earlier_time_wins(): void
    {
        $this->queue()->put('test.job', 1, $this->in(600));
        $this->queue()->put('test.job', 1, $this->in(60));
        $this->queue()->put('test.job', 1, $this->in(1_200));

        self::assertSame(0, $this->worker()->run());
        $this->at(61);
        self::assertSame(1, $this->worker()->run());
        $this->at(1_300);
        self::assertSame(0, $this->worker()->run());
    }

    public function test_the_longest_waiting_comes_first(): void
    {
        $this->queue()->put('test.job', 1, $this->in(-10));
        $this->queue()->put('test.job', 2, $this->in(-30));
        $this->queue()->put('test.job', 3, $this->in(-20));

        $this->worker()->run();

        self::assertSame([2, 3, 1], array_column($this->ran, 0));
    }

    public function test_what_is_asked_for_while_it_is_done_is_done_once_more(): void
    {
        $this->queue()->put('test.job', 1);
        $worker = $this->worker(function (): null {
            if (count($this->ran) === 1) {
                $this->queue()->put('test.job', 1);
                $this->queue()->put('test.job', 1);
            }

            return null;
        });

        self::assertSame(2, $worker->run());
        self::assertSame([[1, 1], [1, 1]], $this->ran);
        self::assertSame(0, $this->rows());
    }

    public function test_what_asks_for_itself_at_a_later_time_is_not_run_over_and_over(): void
    {
        $this->queue()->put('test.job', 1);
        $worker = $this->worker(function (): null {
            $this->queue()->put('test.job', 1, $this->in(3_600));

            return null;
        });

        self::assertSame(1, $worker->run());
        $this->at(3_590);
        self::assertSame(0, $worker->run());
        $this->at(3_610);
        self::assertSame(1, $worker->run());
    }

    public function test_what_is_not_settled_comes_again_when_it_said_or_earlier_when_asked(): void
    {
        $worker = $this->worker(function (): DateTimeImmutable {
            if ($this->asks !== null) {
                $this->queue()->put('test.job', 1, $this->asks);
            }

            return $this->in(600);
        });
        $this->queue()->put('test.job', 1);
        $worker->run();
        self::assertSame($this->stamp(600), $this->column('due_at'));

        $this->asks = $this->in(100);
        $this->queue()->put('test.job', 1);
        $worker->run();
        self::assertSame($this->stamp(100), $this->column('due_at'));

        $this->asks = $this->in(5_000);
        $this->queue()->put('test.job', 1);
        $worker->run();
        self::assertSame($this->stamp(600), $this->column('due_at'));
        self::assertSame([1, 2, 3], array_column($this->ran, 1));
    }

    public function test_two_workers_claim_one_row_once(): void
    {
        $this->queue()->put('test.job', 1);

        $first = $this->queue()->claim(['test.job'], self::LEASE);
        self::assertNotNull($first);
        self::assertNull($this->queue()->claim(['test.job'], self::LEASE));
        $this->queue()->put('test.job', 1);
        self::assertNull($this->queue()->claim(['test.job'], self::LEASE), 'Also when it is asked for meanwhile.');
    }

    public function test_a_lease_ends_and_who_lost_it_changes_nothing(): void
    {
        $this->queue()->put('test.job', 1);
        $dead = $this->queue()->claim(['test.job'], self::LEASE);
        self::assertNotNull($dead);
        $this->at(self::LEASE - 1);
        self::assertNull($this->queue()->claim(['test.job'], self::LEASE));
        $this->at(self::LEASE);
        $next = $this->queue()->claim(['test.job'], self::LEASE);
        self::assertNotNull($next);
        self::assertSame([2, 1], [$next->attempt, $next->failures], 'A lease that ended is a try that failed.');

        $this->queue()->done($dead);
        $this->queue()->failed($dead, 'Too late.', 60);
        $this->queue()->again($dead, $this->in(1));
        self::assertFalse($this->queue()->give_up($dead, 'Too late.'));

        self::assertSame(['1', '', $this->stamp(self::LEASE)], [$this->column('COUNT(*)'), $this->column('error'), $this->column('lease_until')]);
        $this->queue()->done($next);
        self::assertSame(0, $this->rows());
    }

    public function test_what_was_asked_for_while_a_worker_died_is_not_forgotten(): void
    {
        $this->queue()->put('test.job', 1);
        $this->queue()->claim(['test.job'], self::LEASE);
        $this->queue()->put('test.job', 1, $this->in(4_000));
        $this->at(self::LEASE + 1);

        self::assertSame(1, $this->worker()->run(), 'What the dead one had begun.');
        self::assertSame(1, $this->rows());
        $this->at(4_001);
        self::assertSame(1, $this->worker()->run(), 'And what was asked for then.');
        self::assertSame(0, $this->rows());
    }

    public function test_a_lease_of_a_time_to_come_is_none(): void
    {
        $this->at(86_400);
        $this->queue()->put('test.job', 1);
        $this->queue()->claim(['test.job'], self::LEASE);
        $this->at(0);

        self::assertNotNull($this->queue()->claim(['test.job'], self::LEASE));
    }

    public function test_nothing_is_begun_when_the_time_is_over_and_nothing_but_what_is_wanted(): void
    {
        $this->queue()->put('test.job', 1);
        $this->queue()->put('nobody.knows', 1);

        self::assertSame(0, $this->worker()->run(0));
        self::assertSame(0, $this->worker()->run(only: ['test.other']));
        self::assertSame(0, $this->worker()->run(only: ['nobody.knows']));
        self::assertSame(1, $this->worker()->run(only: ['test.job']));
    }

    public function test_what_is_rolled_back_is_not_to_be_done(): void
    {
        try {
            Plugin::instance()->database()->transaction(function (): never {
                $this->queue()->put('test.job', 1);
                throw new RuntimeException('undone');
            });
        } catch (RuntimeException) {
            self::assertSame(0, $this->rows());
        }
    }
}
