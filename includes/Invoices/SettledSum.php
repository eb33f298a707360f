<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use DateTimeImmutable;

/** What became of an invoice's sum. Only SettleInvoice says it; amounts in minor units of its currency. */
final readonly class SettledSum
{
    public function __construct(
        public Settlement $settlement,
        /** All that ever came for it */
        public int $paid,
        /** Of that, what went back */
        public int $refunded,
        /** Of that, what went back while all of it was paid */
        public int $given_back,
        /** What is open */
        public int $due,
        public ?DateTimeImmutable $paid_at,
    ) {
    }
}
