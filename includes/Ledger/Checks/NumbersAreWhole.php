<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Documents\SeriesCheck;
use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;

/** No number of a series is missing, and none was given that is still to come. */
final readonly class NumbersAreWhole implements Check
{
    public function __construct(private SeriesCheck $series)
    {
    }

    public function differences(): iterable
    {
        foreach ($this->series->all() as $report) {
            $name = "series {$report->kind->value} {$report->period}";
            foreach ($report->gaps as ['first' => $first, 'last' => $last]) {
                yield new Difference($name, "numbers {$first} to {$last}", 'missing', 'given');
            }
            if ($report->next_number <= $report->highest) {
                yield new Difference($name, 'next number', (string) $report->next_number, (string) ($report->highest + 1));
            }
        }
    }
}
