<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\KeptAnswers;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;

/** Overviews that are kept name clients and people: what they were made of is exported and forgotten by others. */
final readonly class PersonalOverview implements PersonalData
{
    public function __construct(private KeptAnswers $kept)
    {
    }

    public function export(Person $person): array
    {
        return [];
    }

    public function erase(Person $person, Change $change): array
    {
        $this->kept->forget();

        return [];
    }
}
