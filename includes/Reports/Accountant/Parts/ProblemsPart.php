<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\Reports\Accountant\Archive;
use Counterfoil\Reports\Accountant\Export;

/** Which documents are missing, and why: a text file, where there are any. */
final readonly class ProblemsPart implements Part
{
    public function write(Export $export, Archive $archive): Progress
    {
        if ($export->problems !== []) {
            $archive->add(__('Problems', 'counterfoil') . '.txt', implode("\r\n", $export->problems) . "\r\n");
        }

        return new Progress(null);
    }
}
