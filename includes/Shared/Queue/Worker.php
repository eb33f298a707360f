<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Closure;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Rest\Errors;
use DateInterval;
use Throwable;

/**
 * Does what is due. WP-Cron, the command line and several web nodes may run it at once: each row is claimed by
 * one. A process that dies leaves a lease that ends; then another one takes the row up.
 */
final class Worker
{
    /** WP-Cron's action and the name of its rhythm. */
    public const ACTION = 'counterfoil_work';
    public const EVERY = 'counterfoil_minute';

    /** Seconds; longer than any job may take, a gateway's timeout included. */
    private const LEASE = 300;

    /** How often it looks again while others are at it, and after so many milliseconds: two seconds in all. */
    private const LOOKS = 20;
    private const PAUSE = 100;

    /** @var array<string, Job>|null */
    private ?array $jobs = null;

    /**
     * @param Closure(): list<Job> $all
     * @param (Closure(string): list<Job>)|null $some among which is the one of that name, where that is known
     */
    public function __construct(
        private readonly Queue $queue,
        private readonly Database $database,
        private readonly Clock $clock,
        private readonly Closure $all,
        private readonly ?Closure $some = null,
    ) {
    }

    /** Repeatable: runs after migrations, and where somebody's cleaning took the entry away. */
    public static function schedule(): void
    {
        if (wp_next_scheduled(self::ACTION) === false) {
            wp_schedule_event(time(), self::EVERY, self::ACTION);
        }
    }

    public static function unschedule(): void
    {
        wp_unschedule_hook(self::ACTION);
        // While the plugin is off nothing stands still.
        delete_option(LastRun::OPTION);
    }

    /**
     * Has another process do one kind of job at once, also where WP-Cron comes seldom.
     *
     * @param string $job its name
     */
    public static function run_elsewhere(string $job): void
    {
        wp_schedule_single_event(time(), self::ACTION, [$job]);
        if (! spawn_cron() && ! wp_doing_cron()) {
            Loopback::wake();
        }
    }

    /** Puts a row for each job that comes round. Repeatable: runs after migrations. */
    public function arm(): void
    {
        foreach ($this->jobs() as $job) {
            if ($job->every !== null) {
                $this->queue->put($job->name, 0);
            }
        }
    }

    /**
     * @param int $budget seconds after which no other row is begun
     * @param list<string>|null $only names of jobs; null for all
     * @param Shift|null $shift of processes that take turns; null for one that works alone
     * @return int how many rows were worked on
     */
    public function run(int $budget = 20, ?array $only = null, ?Shift $shift = null): int
    {
        $this->database->assert_no_transaction();
        $names = array_values(array_intersect($only ?? array_keys($this->jobs()), array_keys($this->jobs())));
        foreach (array_intersect_key($this->jobs(), array_flip($names)) as $job) {
            if ($job->every !== null) {
                $this->queue->bring_back($job->name, $job->every);
            }
        }
        $begin = hrtime(true);
        $end = $begin + $budget * 1_000_000_000;
        $rows = $names === [] ? null : $this->queue->claims($names, self::LEASE);
        $together = new Together($this->queue, $this->database);
        $count = 0;
        while ($rows !== null) {
            if (hrtime(true) >= $end) {
                $shift?->time_is_up();
                break;
            }
            $row = $rows->next() ?? $this->what_others_leave($rows, $shift, $end);
            if ($row === null) {
                break;
            }
            $shift?->has_work(hrtime(true) - $begin);
            $job = $this->jobs()[$row->job];
            [$worked_on, $left] = $together->do_with($row, $job, $rows, $end);
            $count += $worked_on;
            foreach ($left as $row) {
                hrtime(true) < $end ? $this->one($row, $job) : $this->queue->again($row, $this->clock->now());
            }
        }
        if ($only === null) {
            LastRun::note($this->clock->now()->getTimestamp());
        }

        return $count;
    }

    /** Where much was due and others are still at it, what they do leaves more, which is for two again. */
    private function what_others_leave(Claims $rows, ?Shift $shift, int $end): ?QueuedJob
    {
        $row = null;
        for ($look = 1; $row === null && $look <= self::LOOKS && $shift?->had_much() === true && hrtime(true) < $end && $rows->are_others_at_it(); ++$look) {
            $this->clock->sleep(self::PAUSE);
            $row = $rows->next();
        }

        return $row;
    }

    /** Does at once what was just put into the queue; nothing where another process has it already. */
    public function run_one(string $job, int $subject_id): void
    {
        $this->database->assert_no_transaction();
        $row = $this->queue->claim([$job], self::LEASE, $subject_id);
        if ($row !== null) {
            $this->one($row, $this->job($job));
        }
    }

    private function one(QueuedJob $row, Job $job): void
    {
        // Begun that often and never ended: it takes its process down with it.
        if ($job->every === null && $row->died && $row->failures > count($job->pauses)) {
            $this->note_failure($row, $job, 'It was begun, and its process died.');

            return;
        }
        try {
            $again = ($job->run)($row->subject_id, $row->attempt);
        } catch (Throwable $error) {
            if (! $error instanceof JobFailed) {
                Errors::from_bug($error);
            }
            $this->note_failure($row, $job, $error->getMessage());

            return;
        }
        $again ??= $job->every === null ? null : $this->clock->now()->add(new DateInterval("PT{$job->every}S"));
        $again === null ? $this->queue->done($row) : $this->queue->again($row, $again);
    }

    private function note_failure(QueuedJob $row, Job $job, string $error): void
    {
        $pause = $job->pause_after($row->failures);
        if ($pause === null) {
            $this->give_up($row, $job, $error);

            return;
        }
        // What comes round is brought back at its rhythm at the latest.
        $this->queue->failed($row, $error, $pause);
    }

    private function give_up(QueuedJob $row, Job $job, string $error): void
    {
        if ($this->queue->give_up($row, $error) && $job->given_up !== null) {
            ($job->given_up)($row->subject_id);
        }
    }

    /** @return list<string> names of jobs whose end without success is told of where it matters */
    public function followed(): array
    {
        return array_keys(array_filter($this->jobs(), static fn (Job $job): bool => $job->given_up !== null));
    }

    private function job(string $name): Job
    {
        return $this->jobs[$name] ?? array_column($this->some === null ? [] : ($this->some)($name), null, 'name')[$name] ?? $this->jobs()[$name];
    }

    /** @return array<string, Job> */
    private function jobs(): array
    {
        return $this->jobs ??= array_column(($this->all)(), null, 'name');
    }
}
