<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** How a chart is drawn. Whatever its shape, it has a table. */
enum ChartShape: string
{
    /** Beside each other, over time */
    case Columns = 'columns';
    /** Below each other, with their names and amounts */
    case Bars = 'bars';
}
