<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use RuntimeException;

/** The database refused a statement. Its words go to the log, never into an answer. */
class DatabaseError extends RuntimeException
{
}
