<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** Whether what is kept of recurring revenue follows from the subscriptions; a noun above knows. */
interface RecurringFigures extends Check
{
}
