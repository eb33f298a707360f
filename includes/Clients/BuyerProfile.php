<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\VatId;

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

    /**
     * @param array<string, mixed> $body fits the contract
     * @throws DomainError 400 for a VAT ID that can't be one
     */
    public static function from_body(array $body, self $before): self
    {
        $kind = ClientKind::from($body['kind'] ?? $before->kind->value);
        $vat_id = $kind === ClientKind::Consumer ? '' : VatId::normal(Input::line($body['vat_id'] ?? $before->vat_id), (string) ($body['address']['country'] ?? ''));
        $problem = isset($body['vat_id']) ? VatId::problem($vat_id) : null;
        if ($problem !== null) {
            throw DomainError::invalid($problem, '/vat_id');
        }

        return new self(
            $kind,
            $vat_id,
            Input::line($body['tax_number'] ?? $before->tax_number),
            Input::line($body['registration_number'] ?? $before->registration_number),
            $before->registration_scheme,
            Input::line($body['buyer_reference'] ?? $before->reference),
        );
    }

    /** @return array{kind: string, vat_id: string, tax_number: string, registration_number: string, buyer_reference: string} as it is on the wire and in a row */
    public function to_array(): array
    {
        return [
            'kind' => $this->kind->value,
            'vat_id' => $this->vat_id,
            'tax_number' => $this->tax_number,
            'registration_number' => $this->registration_number,
            'buyer_reference' => $this->reference,
        ];
    }
}
