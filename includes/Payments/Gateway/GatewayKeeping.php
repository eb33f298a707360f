<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use SensitiveParameter;

/** A method that is being kept, as its gateway sees it. */
final readonly class GatewayKeeping
{
    public function __construct(
        /** The gateway's id */
        public string $id,
        public KeepingState $state,
        /** As whom it knows the client */
        public string $customer,
        /** The gateway's id of the method; "" before there is one */
        public string $method,
        /** The gateway's id of what the payer agreed to, or "" */
        public string $mandate,
        /** Lets a browser complete this one. Never stored, never logged. */
        #[SensitiveParameter]
        public string $client_secret,
    ) {
    }
}
