<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

/** A filled rectangle. */
final readonly class Box implements Instruction
{
    public function __construct(
        public float $x,
        public float $y,
        public float $width,
        public float $height,
        public string $colour,
    ) {
    }

    public function to_array(): array
    {
        return [
            'op' => 'box', 'x' => $this->x, 'y' => $this->y, 'width' => $this->width,
            'height' => $this->height, 'colour' => $this->colour,
        ];
    }
}
