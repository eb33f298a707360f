<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

/** A horizontal line, $thickness millimetres thick, its middle at $y. */
final readonly class Rule implements Instruction
{
    public function __construct(
        public float $x,
        public float $y,
        public float $width,
        public float $thickness,
        public string $colour,
    ) {
    }

    public function to_array(): array
    {
        return [
            'op' => 'rule', 'x' => $this->x, 'y' => $this->y, 'width' => $this->width,
            'thickness' => $this->thickness, 'colour' => $this->colour,
        ];
    }
}
