<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Mandates;

/** What a payer agreed to by paying with a debit. */
final readonly class Mandate
{
    public function __construct(
        public string $reference,
        /** The creditor's id in the scheme, "DE98ZZZ09999999999"; "" where the gateway does not say it */
        public string $creditor_id,
        /** Of the payer's account */
        public string $last4,
        /** Where the gateway shows it; "" for nowhere */
        public string $url,
    ) {
    }
}
