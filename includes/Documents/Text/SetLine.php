<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** One line as it goes on paper: characters from left to right, and how wide they are in millimetres. */
final readonly class SetLine
{
    /** @param list<array{string, float, bool}> $runs text, width, and whether it is drawn with the site's font; none where all is drawn with the plugin's own */
    public function __construct(public string $text, public float $width, public array $runs = [])
    {
    }
}
