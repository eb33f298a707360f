<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

use Counterfoil\Documents\Text\Weight;

/** Characters from left to right, the first at $x, standing on the baseline $y. Size in points. */
final readonly class Text implements Instruction
{
    public function __construct(
        public float $x,
        public float $y,
        public string $text,
        public Weight $weight,
        public float $size,
        public string $colour,
        /** Drawn with the site's font, not with the plugin's own */
        public bool $is_site = false,
    ) {
    }

    public function to_array(): array
    {
        return [
            'op' => 'text', 'x' => $this->x, 'y' => $this->y, 'text' => $this->text,
            'weight' => $this->weight->value, 'size' => $this->size, 'colour' => $this->colour, 'font' => $this->is_site ? 'site' : 'own',
        ];
    }
}
