<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** A month, an age: what a chart draws one of. */
final readonly class ChartRow
{
    /**
     * @param string $label in full, "November 2026"
     * @param string $short below its column, "Nov"; empty for the label
     * @param list<list<array{amount: int, currency: string}>> $values for each series of the chart, a sum for each currency
     * @param string $counted what is counted: "3 invoices"; empty for nothing to say
     */
    public function __construct(
        public string $label,
        public string $short,
        public array $values,
        public string $counted = '',
        public ?Opens $opens = null,
        public Tone $tone = Tone::Plain,
    ) {
    }

    /** @return array<string, mixed> the contract's `overviewRow` */
    public function to_wire(): array
    {
        return [
            'label' => $this->label,
            'short' => $this->short,
            'values' => $this->values,
            'counted' => $this->counted,
            'tone' => $this->tone->value,
            'opens' => $this->opens?->to_wire(),
        ];
    }

    public function is_empty(): bool
    {
        foreach ($this->values as $sums) {
            if (array_filter(array_column($sums, 'amount')) !== []) {
                return false;
            }
        }

        return true;
    }
}
