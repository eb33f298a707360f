<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

enum ExportState: string
{
    case Running = 'running';
    case Ready = 'ready';
    /** Tried again and again, and given up */
    case Failed = 'failed';
    /** Cancelled, deleted or too old: its bytes are gone or about to be */
    case Removed = 'removed';
}
