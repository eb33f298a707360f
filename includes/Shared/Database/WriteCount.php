<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** How much was written: Changes asks whether a change said what it did. */
final class WriteCount
{
    public int $all = 0;
    public int $events = 0;

    public function note(bool $is_event): void
    {
        ++$this->all;
        $this->events += $is_event ? 1 : 0;
    }
}
