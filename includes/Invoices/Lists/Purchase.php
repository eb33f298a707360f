<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Shared\Money\Money;

/** What a client bought once: a line of an issued invoice. */
final readonly class Purchase
{
    /** @param string $website its name; '' for none */
    public function __construct(public int $id, public InvoiceLine $line, public Invoice $invoice, public string $website)
    {
    }

    public function amount(): Money
    {
        return new Money((int) $this->line->amount, $this->invoice->currency);
    }

    /**
     * @param string $today in the business's time zone, "2026-03-31"
     * @return array<string, mixed> as the contract has it
     */
    public function to_wire(string $today): array
    {
        return [
            'id' => $this->id,
            'description' => $this->line->description,
            'quantity' => $this->line->quantity,
            'amount' => $this->amount()->to_wire(),
            'website' => $this->website,
            'bought_on' => (string) $this->invoice->issue_date,
            'invoice' => ['id' => $this->invoice->id, 'number' => (string) $this->invoice->number, 'state' => $this->invoice->state($today)->value],
        ];
    }
}
