<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Invoices\Tax;

/** What is credited of one tax: all lines of its name, rate and category together. Minor units. */
final readonly class CreditGroup
{
    /**
     * @param Tax|null $tax null for lines without one
     * @param int $base without the tax
     * @param int $amount the tax
     */
    public function __construct(public ?Tax $tax, public int $base, public int $amount)
    {
    }

    /** @param array<string, mixed> $row as to_row() made it */
    public static function from_row(array $row): self
    {
        return new self($row['tax'] === null ? null : Tax::from_row($row['tax']), (int) $row['base'], (int) $row['amount']);
    }

    /** @return array{tax: array<string, string|null>|null, base: int, amount: int} */
    public function to_row(): array
    {
        return ['tax' => $this->tax?->to_wire(), 'base' => $this->base, 'amount' => $this->amount];
    }

    public function key(): string
    {
        return $this->tax?->key() ?? '';
    }

    public function total(): int
    {
        return $this->base + $this->amount;
    }

    public function plus(self $other): self
    {
        return new self($this->tax, $this->base + $other->base, $this->amount + $other->amount);
    }

    public function minus(self $other): self
    {
        return new self($this->tax, $this->base - $other->base, $this->amount - $other->amount);
    }
}
