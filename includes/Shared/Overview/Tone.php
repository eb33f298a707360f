<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** Whether somebody should be glad of it. */
enum Tone: string
{
    case Plain = 'plain';
    case Good = 'good';
    case Bad = 'bad';
}
