<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** How much of an invoice is to be credited: all that is left, lines by quantity, or an amount with the tax in it. */
final readonly class CreditExtent
{
    /**
     * @param array<int, string>|null $quantities by the line's position, from 0; decimal strings
     * @param int|null $amount minor units
     */
    private function __construct(public ?array $quantities, public ?int $amount)
    {
    }

    public static function rest(): self
    {
        return new self(null, null);
    }

    /** @param array<int, string> $quantities by the line's position, from 0 */
    public static function lines(array $quantities): self
    {
        return new self($quantities, null);
    }

    public static function amount(int $amount): self
    {
        return new self(null, $amount);
    }
}
