<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** What a client has left with a gateway to be charged with again. */
final readonly class KeptMethod
{
    private function __construct(
        public int $id,
        public int $client_id,
        public string $gateway,
        /** "test" or "live" */
        public string $mode,
        /** The gateway's account it belongs to */
        public string $account,
        /** As whom the gateway knows the client who left it */
        public string $customer,
        /** The gateway's id */
        public string $gateway_method_id,
        /** The gateway's own word, "card" */
        public string $type,
        /** "Visa 4242", "SEPA 3000": the same in every language */
        public string $label,
        public MethodTraits $traits,
        /** 1 to 12, with a year; null for what does not expire */
        public ?int $expiry_month,
        public ?int $expiry_year,
        /** The gateway's id of what the payer agreed to, or "" */
        public string $mandate,
        /** What stands on statements of a debit, or "" */
        public string $mandate_reference,
        /** The same for the same card or account, however often it was left; "" where the gateway does not say */
        public string $fingerprint,
        /** It is charged when nobody names another */
        public bool $is_default,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $removed_at,
        public ?RemovedWhy $removed_why,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            (string) $row['gateway'],
            (string) $row['mode'],
            (string) $row['account'],
            (string) $row['customer'],
            (string) $row['gateway_method_id'],
            (string) $row['type'],
            (string) $row['label'],
            new MethodTraits((int) $row['settles_in_days'], (int) $row['returns_for_weeks'], true),
            $row['expiry_month'] === null ? null : (int) $row['expiry_month'],
            $row['expiry_year'] === null ? null : (int) $row['expiry_year'],
            (string) $row['mandate'],
            (string) $row['mandate_reference'],
            (string) $row['fingerprint'],
            $row['default_for'] !== null,
            Timestamps::from_row((string) $row['created_at']),
            $row['removed_at'] === null ? null : Timestamps::from_row($row['removed_at']),
            RemovedWhy::tryFrom((string) $row['removed_why']),
        );
    }

    public function is_removed(): bool
    {
        return $this->removed_at !== null;
    }

    /** @return string|null the last day it is good for, "2027-02-28"; null for what does not expire */
    public function good_until(): ?string
    {
        return $this->expiry_month === null || $this->expiry_year === null ? null : (new DateTimeImmutable(sprintf('%04d-%02d-01', $this->expiry_year, $this->expiry_month)))->format('Y-m-t');
    }

    /** @param string $today "2026-03-31" */
    public function has_expired(string $today): bool
    {
        return $this->good_until() !== null && $this->good_until() < $today;
    }

    /** @return list<array{string, int}> what an event about it is about */
    public function subjects(): array
    {
        return [['method', $this->id], ['client', $this->client_id]];
    }

    /** @return array<string, scalar|null> for an event */
    public function facts(): array
    {
        return ['method_id' => $this->id, 'label' => $this->label, 'expires' => $this->expiry_month === null ? '' : sprintf('%04d-%02d', $this->expiry_year, $this->expiry_month)];
    }
}
