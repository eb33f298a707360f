<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/** A file as an answer of which only a part is in memory at any time. */
interface Streamed
{
    /** @return array<string, string> by their names */
    public function headers(): array;

    /** @return iterable<string> the file, in parts */
    public function parts(): iterable;
}
