<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** Somebody else was first: the row with this key is there already. */
final class UniqueViolation extends DatabaseError
{
}
