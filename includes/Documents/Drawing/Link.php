<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

/** An area that opens an address when clicked. Draws nothing. */
final readonly class Link implements Instruction
{
    public function __construct(
        public float $x,
        public float $y,
        public float $width,
        public float $height,
        public string $url,
    ) {
    }

    public function to_array(): array
    {
        return [
            'op' => 'link', 'x' => $this->x, 'y' => $this->y, 'width' => $this->width,
            'height' => $this->height, 'url' => $this->url,
        ];
    }
}
