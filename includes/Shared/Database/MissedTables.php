<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;

/** Has tables made anew that a statement missed: at once, or, since that would end a transaction, when it is taken back. */
final class MissedTables
{
    private bool $waits = false;

    /** @param Closure(): bool $mend makes them; false when there was nothing it could do */
    public function __construct(private readonly Closure $mend)
    {
    }

    public function note(bool $is_in_transaction): void
    {
        $this->waits = true;
        if (! $is_in_transaction) {
            $this->mend();
        }
    }

    /** No transaction is open any more. */
    public function mend(): void
    {
        if ($this->waits) {
            $this->waits = false;
            ($this->mend)();
        }
    }
}
