<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;

/** Links that were mailed to a person's address: what they open is exported with the bills. */
final readonly class PersonalLinks implements PersonalData
{
    public function __construct(private PayLinkRepository $links)
    {
    }

    public function export(Person $person): array
    {
        return [];
    }

    public function erase(Person $person, Change $change): array
    {
        $this->links->forget($person->email, $person->contact_ids);

        return [];
    }
}
