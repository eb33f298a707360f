<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

/** What clients are called, which a noun above knows. */
interface ClientNames
{
    /**
     * @param list<int> $ids of clients
     * @return array<int, string> names by id; ids of none are left out
     */
    public function of(array $ids): array;
}
