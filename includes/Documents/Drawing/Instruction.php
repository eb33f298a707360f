<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

/** One mark on a page. Millimetres from the page's top left corner; colours as #rrggbb. */
interface Instruction
{
    /** @return array<string, string|float> as src/contract/documents/drawing.ts has it */
    public function to_array(): array;
}
