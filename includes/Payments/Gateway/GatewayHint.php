<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** Where to look at a gateway: nothing else of what it calls about is believed. */
final readonly class GatewayHint
{
    public function __construct(
        public HintKind $kind,
        /** The gateway's id, 120 characters at most */
        public string $id,
    ) {
    }
}
