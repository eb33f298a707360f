<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

/** Nobody charges kept methods on this site. */
final readonly class UsedByNobody implements UsesOfMethods
{
    public function of(array $methods): array
    {
        return [];
    }

    public function needs_one(int $client_id): bool
    {
        return false;
    }
}
