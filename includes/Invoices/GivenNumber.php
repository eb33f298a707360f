<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** A number of a series: the 42nd of "default" is "INV-0042". */
final readonly class GivenNumber
{
    public function __construct(public string $series, public int $sequence, public string $text)
    {
    }
}
