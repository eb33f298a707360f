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
use DateTimeImmutable;

/** A worker with jobs of the test's own, and a clock that stands where the test has put it. */
trait RunsJobs
{
    protected const LEASE = 300;

    /** @var list<array{int, int}> subjects and tries of what was run */
    private array $ran = [];

    private DateTimeImmutable $begin;

    private ?DateTimeImmutable $asks = null;

    private bool $works = true;

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
