<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\Reports\Accountant\Archive;
use Counterfoil\Reports\Accountant\Export;

/** One part of an export, written in steps that are short enough for any time limit. */
interface Part
{
    /** Adds the next step to the archive. Reads from the database, and from nothing that a step before left in memory. */
    public function write(Export $export, Archive $archive): Progress;
}
