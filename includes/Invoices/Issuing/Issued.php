<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Documents\GivenNumber;
use Counterfoil\Invoices\SettledSum;
use DateTimeImmutable;

/** A draft with the number that it is issued by, and what becomes of its sum. */
final readonly class Issued
{
    public function __construct(public PreparedIssue $prepared, public GivenNumber $number, public SettledSum $sum, public DateTimeImmutable $at)
    {
    }
}
