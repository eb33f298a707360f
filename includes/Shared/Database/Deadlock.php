<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** The database undid this transaction because of another one that was in its way. From the start it may well succeed. */
final class Deadlock extends DatabaseError
{
}
