<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** What a noun shows on the overview: a figure, a chart, or what has to be looked at. Texts are in the reader's language. */
interface OverviewPart
{
}
