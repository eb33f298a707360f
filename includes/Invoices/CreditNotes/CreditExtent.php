<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** How much of an invoice is to be credited: all that is left, lines by quantity, parts of lines, or an amount with the tax in it. */
final readonly class CreditExtent
{
    /**
     * @param array<int, string>|null $quantities by the line's position, from 0; decimal strings
     * @param int|null $amount minor units
     * @param non-empty-list<CreditPart>|null $parts
     */
    private function __construct(public ?array $quantities, public ?int $amount, public ?array $parts = null)
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

    /** @param non-empty-list<CreditPart> $parts as far as so much of their lines is left */
    public static function parts(array $parts): self
    {
        return new self(null, null, $parts);
    }

    public static function amount(int $amount): self
    {
        return new self(null, $amount);
    }
}
