<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

/** Who charges kept methods says which bills want the method kept that they are paid with. */
interface KeepsForLater
{
    /**
     * @param list<int> $invoice_ids what is paid together
     * @return list<string> what will be charged by itself from then on, each with its amount and how often, in the reader's
     *     language ("Care plan: €49.00 every month"); none where the method is not kept
     */
    public function charges_of(array $invoice_ids): array;
}
