<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

/** Nobody charges kept methods on this site. */
final readonly class KeepsNothing implements KeepsForLater
{
    public function charges_of(array $invoice_ids): array
    {
        return [];
    }
}
