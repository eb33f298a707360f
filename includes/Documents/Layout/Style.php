<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Colour;
use Counterfoil\Documents\Text\Weight;

/** How a piece of text looks: size in points, leading (from line to line) in millimetres. */
final readonly class Style
{
    public function __construct(
        public float $size,
        public float $leading,
        public string $colour = Colour::INK,
        public Weight $weight = Weight::Regular,
    ) {
    }
}
