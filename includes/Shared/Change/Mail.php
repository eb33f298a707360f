<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Change;

/** A mail that is to be written and sent: to whom, what about, and what for. Its words come when it is sent. */
final readonly class Mail
{
    /**
     * @param string $message which letter it is, "receipt"
     * @param string $reason what it is sent for, "invoice:12:issued:jane@example.com"; the same reason twice is one mail
     * @param string $locale WordPress' form; empty for the business's own
     * @param array<string, scalar|null> $data what the letter says beside what its subject knows; never a secret
     */
    public function __construct(
        public string $message,
        public string $reason,
        public string $recipient,
        public string $recipient_name,
        public string $locale,
        public ?int $client_id = null,
        public ?int $portal_id = null,
        public ?int $invoice_id = null,
        public array $data = [],
    ) {
    }
}
