<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use RuntimeException;

/** A gateway did not do what it was asked. The message is the gateway's, for staff and logs: it holds no secrets. */
final class GatewayError extends RuntimeException
{
    public function __construct(
        public readonly GatewayErrorKind $kind,
        string $message,
        /** The gateway's own word for it, or "" */
        public readonly string $reason = '',
        /** The gateway's id of the payment that is there in spite of it (it was declined), or "" */
        public readonly string $object = '',
        /** The gateway's own word for what of the request it did not like, or "" */
        public readonly string $parameter = '',
    ) {
        parent::__construct($message);
    }

    public function is(GatewayErrorKind ...$kinds): bool
    {
        return in_array($this->kind, $kinds, true);
    }
}
