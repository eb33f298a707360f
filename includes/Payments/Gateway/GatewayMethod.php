<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** A kept method as its gateway sees it, in neutral words. */
final readonly class GatewayMethod
{
    public function __construct(
        /** The gateway's id */
        public string $id,
        /** "test" or "live" */
        public string $mode,
        /** As whom it knows the client who left it; "" when it was taken out there */
        public string $customer,
        /** The gateway's own word, "card" */
        public string $type,
        /** "Visa 4242", "SEPA 3000": the same in every language */
        public string $label,
        public MethodTraits $traits,
        /** 1 to 12; null for what does not expire */
        public ?int $expiry_month = null,
        public ?int $expiry_year = null,
        /** The same for the same card or account of a payer, however often it was left; "" where the gateway does not say */
        public string $fingerprint = '',
    ) {
    }
}
