<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** A link to one bill, for one recipient of its mails. Without its secret, which is in the mail only. */
final readonly class PayLink
{
    public function __construct(
        public int $id,
        public int $invoice_id,
        public int $client_id,
        /** Null for an address that was no contact's */
        public ?int $contact_id,
        public string $recipient,
        /** WordPress' form; empty for the business's own */
        public string $locale,
        /** What its secret is made of, together with the site's key */
        public string $salt,
        public string $token_hash,
        /** When a mail had it last */
        public DateTimeImmutable $mailed_at,
        public bool $is_opened,
        public bool $is_revoked,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['invoice_id'],
            (int) $row['client_id'],
            $row['contact_id'] === null ? null : (int) $row['contact_id'],
            (string) $row['recipient'],
            (string) $row['locale'],
            (string) $row['salt'],
            (string) $row['token_hash'],
            Timestamps::from_row((string) $row['mailed_at']),
            $row['opened_at'] !== null,
            $row['revoked_at'] !== null,
        );
    }
}
