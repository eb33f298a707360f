<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use DateTimeImmutable;

/** What has come for an invoice by now, and gone back; in its currency's minor units. */
final readonly class MovedSum
{
    public function __construct(
        /** As it is, read by who holds its row */
        public Invoice $before,
        /** All that ever came */
        public int $paid,
        /** Of that, what went back */
        public int $refunded,
        /** When the money came that this is about, where that is not now */
        public ?DateTimeImmutable $came_at = null,
        /** What a credit note has just taken back, where that is what this is about */
        public int $less = 0,
    ) {
    }
}
