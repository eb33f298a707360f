<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/** One line as it goes on paper: characters from left to right, and how wide they are in millimetres. */
final readonly class SetLine
{
    public function __construct(public string $text, public float $width)
    {
    }
}
