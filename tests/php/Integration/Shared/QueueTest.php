<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\JobFailed;
use Counterfoil\Shared\Queue\Queue;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use RuntimeException;

/** Work that is due: each piece once, at the earliest time somebody asked for, whatever happens to who does it. */
final class QueueTest extends IntegrationTestCase
{
    private const LEASE = 300;

    /** @var list<array{int, int}> subjects and tries of what was run */
    private array $ran = [];

    private DateTimeImmutable $begin;

    private ?DateTimeImmutable $asks = null;

    private bool $works = true;

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

    public function test_pauses_grow_until_it_is_given_up(): void
    {
        $given_up = [];
        $worker = $this->worker(static fn (): never => throw new JobFailed('No route to host.'), given_up: static function (int $subject) use (&$given_up): void {
            $given_up[] = $subject;
        });
        $this->queue()->put('test.job', 1);
        $passed = 0;
        foreach (Job::PAUSES as $pause) {
            self::assertSame(1, $worker->run());
            self::assertSame('No route to host.', $this->column('error'));
            $this->at($passed + $pause - 1);
            self::assertSame(0, $worker->run(), "Before {$pause} seconds passed.");
            $passed += $pause;
            $this->at($passed);
        }
        self::assertSame([], $given_up);
        self::assertSame(1, $worker->run());

        self::assertSame([1], $given_up);
        self::assertNull($this->column('due_at'));
        $this->at($passed + 10_000_000);
        self::assertSame(0, $worker->run());
        self::assertSame(range(1, 8), array_column($this->ran, 1));
    }

    public function test_what_was_given_up_begins_anew_when_it_is_asked_for(): void
    {
        $this->works = false;
        $worker = $this->worker(function (): null {
            $this->fail_unless_it_works();

            return null;
        }, pauses: [60], given_up: static function (): void {
        });
        $this->queue()->put('test.job', 1);
        $worker->run();
        $this->at(60);
        $worker->run();
        self::assertNull($this->column('due_at'));

        $this->queue()->put('test.job', 1);
        $worker->run();
        self::assertNotNull($this->column('due_at'), 'It has all its tries again.');
        $this->works = true;
        $this->at(200);
        $worker->run();
        self::assertSame(0, $this->rows());
        self::assertSame([1, 2, 1, 2], array_column($this->ran, 1));
    }

    public function test_what_is_asked_for_during_the_last_try_is_not_given_up(): void
    {
        $this->queue()->put('test.job', 1);
        $row = $this->queue()->claim(['test.job'], self::LEASE);
        self::assertNotNull($row);
        $this->queue()->put('test.job', 1, $this->in(30));

        self::assertFalse($this->queue()->give_up($row, 'No.'));
        self::assertSame($this->stamp(30), $this->column('due_at'));
    }

    public function test_a_success_between_failures_begins_the_pauses_anew(): void
    {
        $this->works = false;
        $worker = $this->worker(function (): DateTimeImmutable {
            $this->fail_unless_it_works();

            return $this->in(10);
        }, pauses: [60, 600]);
        $this->queue()->put('test.job', 1);
        $worker->run();
        $this->works = true;
        $this->at(60);
        $worker->run();
        $this->works = false;
        $this->at(70);
        $worker->run();

        self::assertSame($this->stamp(60), $this->column('due_at'));
    }

    public function test_what_kills_its_process_each_time_is_given_up(): void
    {
        $given_up = [];
        $worker = $this->worker(pauses: [60, 60], given_up: static function (int $subject) use (&$given_up): void {
            $given_up[] = $subject;
        });
        $this->queue()->put('test.job', 1);
        for ($death = 1; $death <= 3; $death++) {
            self::assertNotNull($this->queue()->claim(['test.job'], self::LEASE));
            $this->at($death * (self::LEASE + 1));
        }

        $worker->run();

        self::assertSame([[], [1]], [$this->ran, $given_up]);
        self::assertNull($this->column('due_at'));
    }

    public function test_what_nobody_gives_up_is_tried_every_day_until_it_works(): void
    {
        $this->works = false;
        $worker = $this->worker(function (): null {
            $this->fail_unless_it_works();

            return null;
        }, pauses: [60]);
        $this->queue()->put('test.job', 1);
        $worker->run();
        for ($day = 0; $day < 5; $day++) {
            $this->at(60 + $day * 86_400);
            self::assertSame(1, $worker->run(), "Day {$day}");
        }
        self::assertSame([1, 'test.job: No.'], [$this->queue()->backlog()->failing, $this->queue()->backlog()->error]);
        self::assertSame(0, $this->queue()->backlog(['test.job'])->failing, 'told elsewhere');
        $this->works = true;
        $this->at(60 + 5 * 86_400);
        $worker->run();

        self::assertSame([0, 0], [$this->rows(), $this->queue()->backlog()->failing]);
    }

    public function test_what_kills_its_process_and_is_not_given_up_has_one_try_a_day(): void
    {
        $worker = $this->worker(pauses: [60, 60]);
        $this->queue()->put('test.job', 1);
        for ($death = 1; $death <= 3; $death++) {
            self::assertNotNull($this->queue()->claim(['test.job'], self::LEASE));
            $this->at($death * (self::LEASE + 1));
        }
        $worker->run();
        self::assertSame([], $this->ran);
        $this->at(3 * (self::LEASE + 1) + 86_400);
        $worker->run();

        self::assertSame([1, 0], [count($this->ran), $this->rows()]);
    }

    public function test_what_comes_round_comes_round_also_after_failures_and_a_clock_that_went_back(): void
    {
        $this->works = true;
        $worker = $this->worker(function (): null {
            $this->fail_unless_it_works();

            return null;
        }, every: 60);
        $worker->arm();
        self::assertSame(1, $worker->run());
        self::assertSame(0, $worker->run());
        $this->works = false;
        for ($round = 1; $round <= 10; $round++) {
            $this->at($round * 60);
            self::assertSame(1, $worker->run(), "Round {$round}: never given up, never later than its rhythm.");
        }
        $this->works = true;
        $this->at(90 * 86_400);
        self::assertSame(1, $worker->run());
        $this->at(0);

        self::assertSame(1, $worker->run(), 'Not in ninety days.');
        self::assertSame(1, $this->rows());
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

    protected function setUp(): void
    {
        parent::setUp();
        $this->begin = $this->clock()->now();
        $this->at(0);
    }

    /** @param int $seconds after the test began; the clock stands there */
    private function at(int $seconds): void
    {
        $this->clock()->set($this->begin->modify("{$seconds} seconds"));
    }

    /**
     * @param (Closure(): ?DateTimeImmutable)|null $work
     * @param list<int> $pauses
     * @param (Closure(int): void)|null $given_up
     */
    private function worker(?Closure $work = null, ?int $every = null, array $pauses = Job::PAUSES, ?Closure $given_up = null): Worker
    {
        $run = function (int $subject, int $attempt) use ($work): ?DateTimeImmutable {
            $this->ran[] = [$subject, $attempt];

            return $work === null ? null : $work();
        };
        $plugin = Plugin::instance();

        return new Worker($this->queue(), $plugin->database(), $plugin->clock(), static fn (): array => [new Job('test.job', $run, $every, $pauses, $given_up), new Job('test.other', $run)]);
    }

    private function fail_unless_it_works(): void
    {
        if (! $this->works) {
            throw new JobFailed('No.');
        }
    }

    private function queue(): Queue
    {
        return Plugin::instance()->queue();
    }

    private function in(int $seconds): DateTimeImmutable
    {
        return $this->clock()->now()->modify("{$seconds} seconds");
    }

    private function stamp(int $seconds): string
    {
        return Timestamps::to_row($this->in($seconds));
    }

    private function rows(): int
    {
        return (int) $this->column('COUNT(*)');
    }

    private function column(string $expression): ?string
    {
        $database = Plugin::instance()->database();

        return $database->value("SELECT {$expression} FROM {$database->table('queue')} WHERE job IN ('test.job', 'test.other')");
    }
}
