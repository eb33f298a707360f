<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What tax offices know a client by, each number apart from the others, and what it wants on its invoices. */
final readonly class BuyerProfile
{
    public function __construct(
        public ClientKind $kind = ClientKind::Business,
        /** With its country, "DE123456789" (BT-48) */
        public string $vat_id = '',
        /** A number of its country's tax office, the NIP in Poland */
        public string $tax_number = '',
        /** KRS, HRB, SIREN, KVK (BT-47) */
        public string $registration_number = '',
        /** ISO 6523: which register that is, "0002" */
        public string $registration_scheme = '',
        /** The Leitweg-ID of a public body, or what else it books by (BT-10) */
        public string $reference = '',
    ) {
    }

    /** @param array<string, string|null> $row of clients */
    public static function from_row(array $row): self
    {
        return new self(
            ClientKind::tryFrom((string) ($row['kind'] ?? '')) ?? ClientKind::Business,
            (string) ($row['vat_id'] ?? ''),
            (string) ($row['tax_number'] ?? ''),
            (string) ($row['registration_number'] ?? ''),
            (string) ($row['registration_scheme'] ?? ''),
            (string) ($row['buyer_reference'] ?? ''),
        );
    }
}
