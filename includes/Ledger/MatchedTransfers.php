<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** Whether lines of bank statements and the payments they were matched with are the same money; a noun above knows. */
interface MatchedTransfers extends Check
{
}
