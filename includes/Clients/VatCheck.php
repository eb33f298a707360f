<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** One question about a client's VAT ID, and its answer: kept as proof. */
final readonly class VatCheck
{
    public function __construct(
        public int $id,
        public int $client_id,
        public string $vat_id,
        public VatCheckState $state,
        public VatAnswer $answer,
        public DateTimeImmutable $asked_at,
        public ?DateTimeImmutable $answered_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        $state = VatCheckState::from((string) $row['state']);

        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            (string) $row['vat_id'],
            $state,
            new VatAnswer($state === VatCheckState::Valid, (string) $row['name'], (string) $row['address'], (string) $row['reference']),
            Timestamps::from_row((string) $row['asked_at']),
            $row['answered_at'] === null ? null : Timestamps::from_row($row['answered_at']),
        );
    }

    /** @return array<string, string|null> */
    public function to_wire(): array
    {
        return [
            'vat_id' => $this->vat_id,
            'state' => $this->state->value,
            'name' => $this->answer->name,
            'address' => $this->answer->address,
            'reference' => $this->answer->reference,
            'asked_at' => Timestamps::to_wire($this->asked_at),
            'answered_at' => $this->answered_at === null ? null : Timestamps::to_wire($this->answered_at),
        ];
    }
}
