<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use DateTimeImmutable;

/**
 * A clock that can be set (tests, seeding) or shifted (the demo's admin bar). Never used on a real
 * site: Plugin takes it only where COUNTERFOIL_DEMO is true, or a test hands it in.
 */
final class MovableClock implements Clock
{
    private ?DateTimeImmutable $fixed = null;

    /** @param int $offset seconds the demo is ahead of the real time */
    public function __construct(private int $offset = 0)
    {
    }

    public function now(): DateTimeImmutable
    {
        return $this->fixed ?? new DateTimeImmutable('@' . (time() + $this->offset));
    }

    /** Where it was set, it moves on at once. */
    public function sleep(int $milliseconds): void
    {
        if ($this->fixed === null) {
            (new SystemClock())->sleep($milliseconds);

            return;
        }
        $this->fixed = $this->fixed->modify("+{$milliseconds} milliseconds");
    }

    public function set(DateTimeImmutable $moment): void
    {
        $this->fixed = $moment;
    }

    public function shift(int $offset): void
    {
        $this->fixed = null;
        $this->offset = $offset;
    }
}
