<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** One tax of an invoice: all lines of its category and rate together. */
final readonly class TaxSum
{
    /**
     * @param int $base without the tax, minor units
     * @param int $amount the tax, minor units
     */
    public function __construct(public Tax $tax, public int $base, public int $amount)
    {
    }

    /**
     * @param string $json as to_rows() made it
     * @return list<self>
     */
    public static function from_rows(string $json): array
    {
        /** @var list<array{name: string, rate: string, category?: string|null, reason_code?: string, reason?: string, base: int, amount: int}> $rows */
        $rows = json_decode($json, true, 8, JSON_THROW_ON_ERROR);

        return array_map(static fn (array $row): self => new self(Tax::from_row($row), $row['base'], $row['amount']), $rows);
    }

    /** @param list<self> $taxes */
    public static function to_rows(array $taxes): string
    {
        return json_encode(
            array_map(static fn (self $tax): array => [...$tax->tax->to_wire(), 'base' => $tax->base, 'amount' => $tax->amount], $taxes),
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE
        );
    }
}
