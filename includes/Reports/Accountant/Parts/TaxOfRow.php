<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\Invoices\TaxCategory;

/** The category and rate of a tax as they were copied into a document. */
final readonly class TaxOfRow
{
    private function __construct(public string $category, public string $rate)
    {
    }

    /** @param array<string, mixed> $row as it was copied */
    public static function of(array $row, bool $is_none): self
    {
        return $is_none ? new self('', '') : new self((string) ($row['category'] ?? ''), (string) ($row['rate'] ?? ''));
    }

    /** In the present language; empty where there is none. */
    public function name(): string
    {
        return self::name_of($this->category);
    }

    public static function name_of(string $category): string
    {
        return TaxCategory::tryFrom($category)?->name() ?? '';
    }
}
