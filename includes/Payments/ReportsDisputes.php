<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** A gateway that tells when a payer's bank takes a payment back, or asks about it. */
interface ReportsDisputes extends Gateway
{
    public function dispute(string $id): GatewayDispute;
}
