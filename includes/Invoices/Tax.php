<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\TaxRate;

/** What it is for and how much of it: "VAT", "23", and why it is that much. */
final readonly class Tax
{
    /** Null where nobody said it: it can't be issued like this. A rate above zero says it by itself. */
    public ?TaxCategory $category;

    public function __construct(
        public string $name,
        /** Percent, a decimal string without needless zeros */
        public string $rate,
        ?TaxCategory $category = null,
        /** Why it is not the full rate, as a code of the VATEX list; may be empty */
        public string $reason_code = '',
        /** The same in words */
        public string $reason = '',
    ) {
        $this->category = $category ?? ($this->is_zero() ? null : TaxCategory::Standard);
    }

    /** @param array{name: string, rate: string, category?: string|null, reason_code?: string, reason?: string}|null $wire */
    public static function from_wire(?array $wire): ?self
    {
        return $wire === null ? null : new self(
            trim($wire['name']),
            self::plain($wire['rate']),
            TaxCategory::tryFrom($wire['category'] ?? ''),
            trim($wire['reason_code'] ?? ''),
            trim($wire['reason'] ?? ''),
        );
    }

    /** As the business's list has it; null for none. */
    public static function of_rate(?TaxRate $rate): ?self
    {
        return $rate === null ? null : new self($rate->name, $rate->rate, TaxCategory::tryFrom($rate->category), $rate->reason_code, $rate->reason);
    }

    /** @param array<string, mixed> $row as to_wire() made it, or a line's columns without their "tax_" */
    public static function from_row(array $row): self
    {
        return new self(
            (string) $row['name'],
            (string) $row['rate'],
            TaxCategory::tryFrom((string) ($row['category'] ?? '')),
            (string) ($row['reason_code'] ?? ''),
            (string) ($row['reason'] ?? ''),
        );
    }

    /** @return array{name: string, rate: string, category: string|null, reason_code: string, reason: string} */
    public function to_wire(): array
    {
        return ['name' => $this->name, 'rate' => $this->rate, 'category' => $this->category?->value, 'reason_code' => $this->reason_code, 'reason' => $this->reason];
    }

    /** Lines with the same key are taxed as one sum: those of one category and rate (EN 16931, BG-23). */
    public function key(): string
    {
        return ($this->category->value ?? '') . "|{$this->rate}";
    }

    public function is_zero(): bool
    {
        return trim($this->rate, '0.') === '';
    }

    /** "23.00" is "23". */
    private static function plain(string $rate): string
    {
        return str_contains($rate, '.') ? rtrim(rtrim($rate, '0'), '.') : $rate;
    }
}
