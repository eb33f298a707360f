<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes;

use DateTimeImmutable;

/** What staff notes on an invoice; clients never see it. */
final readonly class Note
{
    public function __construct(
        public int $id,
        public int $invoice_id,
        /** A WordPress user's id */
        public int $author_id,
        public string $body,
        public DateTimeImmutable $created_at,
    ) {
    }
}
