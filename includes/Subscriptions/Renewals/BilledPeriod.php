<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

/** A claimed period and the bill that has its days. */
final readonly class BilledPeriod
{
    /** @param list<int> $lines where on the bill is what is by days, from 0 */
    private function __construct(
        public int $id,
        public ClaimedPeriod $claimed,
        /** Null for days that were not billed: those of a trial */
        public ?RenewalState $state,
        /** Null while there is none */
        public ?int $invoice_id,
        public array $lines,
    ) {
    }

    /** @param array<string, string|null> $row of a period, with the state and the invoice of its renewal */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            Renewal::period($row),
            $row['state'] === null ? null : RenewalState::from($row['state']),
            $row['invoice_id'] === null ? null : (int) $row['invoice_id'],
            (string) $row['bill_lines'] === '' ? [] : array_map(intval(...), explode(',', (string) $row['bill_lines'])),
        );
    }
}
