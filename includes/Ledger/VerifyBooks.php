<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Closure;

/**
 * Computes each kept figure again: what invoices, payments and clients are believed to owe and to have, that every
 * posting balances, that no number is missing, and that nothing sealed was altered. Changes nothing.
 */
final readonly class VerifyBooks
{
    /** @param Closure(): list<Check> $checks */
    public function __construct(private Closure $checks)
    {
    }

    /** @return iterable<Difference> none where the books are right */
    public function handle(): iterable
    {
        foreach (($this->checks)() as $check) {
            foreach ($check->differences() as $difference) {
                yield $difference;
            }
        }
    }
}
