<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What it is for and how much of it: "VAT", "23". */
final readonly class Tax
{
    public function __construct(
        public string $name,
        /** Percent, a decimal string without needless zeros */
        public string $rate,
    ) {
    }

    /** @param array{name: string, rate: string}|null $wire */
    public static function from_wire(?array $wire): ?self
    {
        return $wire === null ? null : new self(trim($wire['name']), self::plain($wire['rate']));
    }

    /** @return array{name: string, rate: string} */
    public function to_wire(): array
    {
        return ['name' => $this->name, 'rate' => $this->rate];
    }

    /** Lines with the same key are taxed as one sum. */
    public function key(): string
    {
        return "{$this->rate}|{$this->name}";
    }

    /** "23.00" is "23". */
    private static function plain(string $rate): string
    {
        return str_contains($rate, '.') ? rtrim(rtrim($rate, '0'), '.') : $rate;
    }
}
