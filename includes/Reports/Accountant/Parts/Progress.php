<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

final readonly class Progress
{
    /**
     * @param list<int|string>|null $next where the part goes on; null when it is whole
     * @param int $documents how many more documents are in the archive
     * @param array<string, array<string, int|string>>|null $sums of taxes; null where they are as before
     * @param list<string> $problems a sentence for each document that could not be drawn
     */
    public function __construct(public ?array $next, public int $documents = 0, public ?array $sums = null, public array $problems = [])
    {
    }
}
