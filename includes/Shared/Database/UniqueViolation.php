<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** Somebody else was first: the row with this key is there already. */
final class UniqueViolation extends DatabaseError
{
    public static function of(string $table): self
    {
        return new self("There is a row with this key in {$table}.");
    }
}
