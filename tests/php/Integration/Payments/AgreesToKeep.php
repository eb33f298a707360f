<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Payments\Methods\KeepsForLater;
use Counterfoil\Shared\Module;

/** A noun whose bills want their method kept. */
final class AgreesToKeep extends Module
{
    public function provides(): array
    {
        return [
            KeepsForLater::class => static fn (): KeepsForLater => new class () implements KeepsForLater {
                public function charges_of(array $invoice_ids): array
                {
                    return ['Care plan: €49.00 every month'];
                }
            },
        ];
    }
}
