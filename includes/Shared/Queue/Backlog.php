<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use DateTimeImmutable;

/** What is due and was not done yet. */
final readonly class Backlog
{
    /**
     * @param int $count rows that are due and nobody is at
     * @param DateTimeImmutable|null $oldest when the longest waiting of them became due; null when nothing waits
     * @param int $failing rows that failed again and again
     * @param string $error of the one that failed most often, "subscriptions.bill: No space left on device"; may be empty
     */
    public function __construct(public int $count, public ?DateTimeImmutable $oldest, public int $failing, public string $error)
    {
    }
}
