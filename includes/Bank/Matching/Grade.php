<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** How certain it is what a line pays. */
enum Grade: string
{
    case Sure = 'sure';
    case Likely = 'likely';
    case None = 'none';
}
