<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceStatus;

/** What money that came or went back made of invoices, one by one. */
final readonly class Settled
{
    /**
     * @param list<Invoice> $before
     * @param list<Invoice> $after the same ones
     */
    public function __construct(private array $before, public array $after)
    {
    }

    /** What is unusual about money that came: it was for something that asks for none, or for less. */
    public function flag(): ?PaymentFlag
    {
        foreach ($this->after as $index => $invoice) {
            if ($invoice->credit()->amount > $this->before[$index]->credit()->amount) {
                return $invoice->status === InvoiceStatus::Void ? PaymentFlag::InvoiceVoid : PaymentFlag::PaidTwice;
            }
        }

        return null;
    }
}
