<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What the register said of a VAT ID. */
final readonly class VatAnswer
{
    public function __construct(
        public bool $is_valid,
        /** Whose it is, where the country tells it */
        public string $name = '',
        public string $address = '',
        /** Of this consultation; only for a business that asks with its own VAT ID */
        public string $reference = '',
    ) {
    }
}
