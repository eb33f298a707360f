<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

/** The paper's logo, drawn into this rectangle. Its bytes are in the drawing, once. */
final readonly class Picture implements Instruction
{
    public function __construct(
        public float $x,
        public float $y,
        public float $width,
        public float $height,
    ) {
    }

    public function to_array(): array
    {
        return [
            'op' => 'picture', 'x' => $this->x, 'y' => $this->y, 'width' => $this->width, 'height' => $this->height,
        ];
    }
}
