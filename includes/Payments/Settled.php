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

    /** @return list<Invoice> those of $after whose clients are not told by the mail of an invoice that this money made */
    public function untold(): array
    {
        return array_values(array_filter($this->after, fn (Invoice $invoice, int $index): bool => $invoice->id === $this->before[$index]->id, ARRAY_FILTER_USE_BOTH));
    }

    /** @return array<int, int> how much moved on each, by invoice; minor units above zero */
    public function parts(): array
    {
        $parts = [];
        foreach ($this->after as $index => $invoice) {
            $parts[$invoice->id] = abs($invoice->paid - $invoice->refunded - $this->before[$index]->paid + $this->before[$index]->refunded);
        }

        return $parts;
    }

    /** Whether the mails of invoices that this money made tell of all of it. */
    public function is_told(): bool
    {
        return $this->after !== [] && $this->untold() === [];
    }

    /** What is unusual about money that came: it was for something that asks for none, or for less. */
    public function flag(): ?PaymentFlag
    {
        foreach ($this->after as $index => $invoice) {
            if ($invoice->credit()->amount > $this->before[$index]->credit()->amount) {
                return match ($invoice->status) {
                    InvoiceStatus::Void => PaymentFlag::InvoiceVoid,
                    InvoiceStatus::Withdrawn => PaymentFlag::ProFormaWithdrawn,
                    default => PaymentFlag::PaidTwice,
                };
            }
        }

        return null;
    }
}
