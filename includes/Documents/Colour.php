<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** The paper's own colours, beside the brand's. */
final readonly class Colour
{
    public const INK = '#1a1f36';
    public const GREY = '#5b6274';
    public const HAIRLINE = '#e3e6ec';
}
