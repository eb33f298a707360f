<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** What a payer agreed to for a kept method, as its gateway sees it. */
final readonly class GatewayMandate
{
    public function __construct(
        /** The gateway's id */
        public string $id,
        /** The gateway's id of the method */
        public string $method,
        /** What stands on statements, or "" */
        public string $reference,
        public bool $is_revoked,
    ) {
    }
}
