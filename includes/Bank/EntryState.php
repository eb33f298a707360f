<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

/** What became of a line of a bank statement. */
enum EntryState: string
{
    case Open = 'open';
    case Matched = 'matched';
    case Ignored = 'ignored';
}
