<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

/** A client said that a transfer was made. It is no payment and changes no books. */
final readonly class Announcement
{
    public function __construct(
        public int $invoice_id,
        /** In the business's time zone, "2026-03-31" */
        public string $announced_on,
        /** The day of the transfer, where the client said it */
        public ?string $sent_on,
        /** Who said it; null where it was none of the client's people */
        public ?int $contact_id,
    ) {
    }
}
