<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\JobFailed;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** Work that fails: again after a while, and again, until it works or somebody is told that it is given up. */
final class QueueFailuresTest extends IntegrationTestCase
{
    use RunsJobs;

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
}
