<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Closure;
use DateTimeImmutable;

/** A kind of work: what a module contributes, and the worker runs for each row of the queue that names it. */
final readonly class Job
{
    /** Seconds to wait after each failed try; about two days in all. */
    public const PAUSES = [60, 300, 900, 3_600, 10_800, 28_800, 86_400];

    /** Seconds after each further one, where nobody follows that it is given up: nothing that has to be done is left undone for good. */
    private const FOR_GOOD = 86_400;

    /**
     * @param string $name noun and verb, "mail.send"
     * @param Closure(int, int): ?DateTimeImmutable $run given the subject's id and the number of this try; answers when to
     *     come again, or null when it is done. What it throws counts as a failed try; JobFailed when no code is to blame.
     *     Never in a transaction.
     * @param int|null $every seconds: done again and again, about no subject in particular (0)
     * @param list<int> $pauses seconds after each failed try in a row; after the last one it is given up, where somebody follows that. What comes round is not.
     * @param (Closure(int): void)|null $given_up given the subject's id
     * @param (Closure(non-empty-list<int>, Closure(): bool): list<int>)|null $together does many at once, given their subjects and whether
     *     there is time left for more than was begun; answers which are done. The others are done one by one, so that none is in
     *     the way of another: whatever is not plain, or fails, it leaves as it was.
     */
    public function __construct(
        public string $name,
        public Closure $run,
        public ?int $every = null,
        public array $pauses = self::PAUSES,
        public ?Closure $given_up = null,
        public ?Closure $together = null,
    ) {
    }

    /**
     * @param int $failures in a row, before this one
     * @return int|null seconds until the next try; null when it is given up
     */
    public function pause_after(int $failures): ?int
    {
        return $this->pauses[$failures] ?? $this->every ?? ($this->given_up === null ? self::FOR_GOOD : null);
    }
}
