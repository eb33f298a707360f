<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Mandates;

use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayError;

/** A gateway that takes debits by mandate. */
interface ShowsMandates extends Gateway
{
    /**
     * @param string $payment the gateway's id
     * @return Mandate|null null where it was not paid by one, or where the gateway tells the payer of it itself
     * @throws GatewayError
     */
    public function mandate_of(string $payment): ?Mandate;
}
