<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** One figure on the overview: a sum for each currency, or how many there are. */
final readonly class Figure implements OverviewPart
{
    /**
     * @param string $id by which it is known, "overdue"
     * @param string $label "Overdue"
     * @param list<array{amount: int, currency: string}>|null $sums in their order (Sums::to_wire); null where the figure is the count
     * @param string $counted what is counted: "3 invoices"; empty for nothing to say
     * @param Tone $tone once there is something to count
     */
    public function __construct(
        public string $id,
        public string $label,
        public ?array $sums,
        public int $count,
        public string $counted,
        public Opens $opens,
        public Tone $tone = Tone::Plain,
    ) {
    }

    /** @return array<string, mixed> the contract's `overviewFigure` */
    public function to_wire(): array
    {
        return [
            'id' => $this->id,
            'label' => $this->label,
            'sums' => $this->sums,
            'count' => $this->count,
            'counted' => $this->counted,
            'tone' => $this->count > 0 ? $this->tone->value : Tone::Plain->value,
            'opens' => $this->opens->to_wire(),
        ];
    }
}
