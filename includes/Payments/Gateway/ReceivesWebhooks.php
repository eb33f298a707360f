<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\DomainError;

/** A GatewaySetUp whose gateway calls at /webhooks/{its name}. */
interface ReceivesWebhooks
{
    /**
     * Checks signature, mode and account, and finds what the call hints at. Asks nobody outside.
     *
     * @param array<string, string> $headers by name, lower case with hyphens
     * @param string $body as it was signed
     * @throws DomainError 400 when it is not signed by the gateway, 503 when there is nothing to check it with
     */
    public function read_webhook(array $headers, string $body): GatewayCall;
}
