<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Shares what came with a line among invoices that somebody chose for it: the longest due first, each up to what is due. */
final readonly class SplitTransfer
{
    public function __construct(private InvoiceRepository $invoices)
    {
    }

    /**
     * @param list<int> $invoice_ids
     * @return array<int, int> minor units by invoice; 0 for those for which nothing is left
     * @throws DomainError 400 for invoices that it can't pay
     */
    public function handle(Entry $entry, int $client_id, array $invoice_ids, Viewer $viewer): array
    {
        $bills = array_values($this->invoices->by_ids($invoice_ids, $viewer));
        $payable = array_filter($bills, static fn (Invoice $bill): bool => $bill->client_id === $client_id && $bill->is_payable() && $bill->due()->currency->equals($entry->amount->currency));
        if (count($payable) !== count($invoice_ids)) {
            throw DomainError::invalid(__('One of these invoices can’t be paid with this transfer. Reload the page and choose again.', 'counterfoil'), '/invoice_ids');
        }
        usort($payable, static fn (Invoice $a, Invoice $b): int => [$a->due_date, $a->id] <=> [$b->due_date, $b->id]);
        $rest = max(0, $entry->amount->amount);
        $parts = [];
        foreach ($payable as $bill) {
            $parts[$bill->id] = min($rest, $bill->due()->amount);
            $rest -= $parts[$bill->id];
        }

        return $parts;
    }
}
