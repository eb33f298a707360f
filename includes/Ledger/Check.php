<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** Computes again what is kept, a piece at a time, so that memory stays flat however much there is. */
interface Check
{
    /** @return iterable<Difference> */
    public function differences(): iterable;
}
