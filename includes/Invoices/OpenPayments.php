<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;

/** What invoices ask of those who take money. */
interface OpenPayments
{
    /**
     * Ends what may still take money for an invoice, before it is void. Calls outside, so never in a transaction. Where it
     * can't be ended (in processing, no answer) it stays under way, and the invoice can't be void yet.
     */
    public function stop(int $invoice_id): void;

    /** Whether money came for an invoice or may still come. The caller holds the invoice's row. */
    public function has_any(int $invoice_id): bool;

    /** Whether money may still come for an invoice. The caller holds its row. */
    public function is_under_way(int $invoice_id): bool;

    /**
     * Their sums changed: what may still take money for them is asked about, and ended where it does not fit any more, after the commit.
     *
     * @param non-empty-list<int> $invoice_ids
     */
    public function look_again(Change $change, array $invoice_ids): void;
}
