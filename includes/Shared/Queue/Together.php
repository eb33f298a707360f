<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Rest\Errors;
use Throwable;

/** Rows of one job that are done at once where the job can: as many as take about a second, by how long the last ones took. */
final class Together
{
    private const FIRST = 8;
    private const MOST = 100;

    /** After that no other call to the outside is begun in one go. */
    private const MOST_SECONDS = 5;

    /** Nanoseconds. */
    private const SECOND = 1_000_000_000;

    /** @var array<string, int> how many next time, by job */
    private array $sizes = [];

    public function __construct(private readonly Queue $queue, private readonly Database $database)
    {
    }

    /**
     * @param int $end of the run, as hrtime() has it
     * @return array{int, list<QueuedJob>} how many rows it took up, and which are left to be done one by one
     */
    public function do_with(QueuedJob $row, Job $job, Claims $rows, int $end): array
    {
        $size = $this->sizes[$job->name] ?? self::FIRST;
        if ($job->together === null || $size < 2 || $row->failures > 0) {
            return [1, [$row]];
        }
        $all = [$row, ...$rows->more_like($row, $size - 1)];
        if (count($all) === 1) {
            return [1, $all];
        }
        $begin = hrtime(true);
        $until = min($end, $begin + self::MOST_SECONDS * self::SECOND);
        try {
            $subjects = array_map(static fn (QueuedJob $one): int => $one->subject_id, $all);
            $done = $this->database->remembered()->during(static fn (): array => ($job->together)($subjects, static fn (): bool => hrtime(true) < $until));
        } catch (Throwable $error) {
            // Each for itself says whose it is.
            Errors::from_bug($error);
            $done = [];
        }
        [$done, $left] = [
            array_values(array_filter($all, static fn (QueuedJob $one): bool => in_array($one->subject_id, $done, true))),
            array_values(array_filter($all, static fn (QueuedJob $one): bool => ! in_array($one->subject_id, $done, true))),
        ];
        $this->queue->all_done($done);
        $took = max(1, hrtime(true) - $begin);
        $this->sizes[$job->name] = max(1, min(self::MOST, 2 * $size, (int) (count($all) * self::SECOND / $took)));

        return [count($all), $left];
    }
}
