<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** A webhook whose signature was checked. */
final readonly class GatewayCall
{
    public function __construct(
        /** The gateway's id of this call, the same when it calls again; 120 characters at most */
        public string $id,
        /** "test" or "live": whose secret signed it */
        public string $mode,
        /** The gateway's own word for what happened */
        public string $type,
        /** Null for what does not matter here */
        public ?GatewayHint $hint,
        /** Why it is not ours and only written down ("other mode"); "" when it is ours */
        public string $foreign = '',
    ) {
    }
}
