<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\Tax;

/** One line of a credit note: so much of a line of the invoice, or a sum of one tax. */
final readonly class CreditLine
{
    public function __construct(
        /** Of the invoice's line, from 0; null for a sum */
        public ?int $position,
        /** Of the invoice's line, or of its part; "" for a sum */
        public string $description,
        /** A decimal string; null for a sum, and for a part of a line */
        public ?string $quantity,
        /** Minor units, as the invoice's lines: with the tax in it when its tax mode is inclusive, less all discounts */
        public int $amount,
        public ?Tax $tax,
        /** UN/ECE recommendation 20, of the invoice's line */
        public string $unit_code = InvoiceLine::ONE,
    ) {
    }

    /** @param array<string, mixed> $row as to_row() made it */
    public static function from_row(array $row): self
    {
        return new self($row['position'], $row['description'], $row['quantity'], $row['amount'], $row['tax'] === null ? null : Tax::from_row($row['tax']), $row['unit_code'] ?? InvoiceLine::ONE);
    }

    /** @return array<string, mixed> */
    public function to_row(): array
    {
        return ['position' => $this->position, 'description' => $this->description, 'quantity' => $this->quantity, 'amount' => $this->amount, 'tax' => $this->tax?->to_wire(), 'unit_code' => $this->unit_code];
    }
}
