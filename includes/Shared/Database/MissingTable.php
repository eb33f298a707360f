<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** A table is not there: something cleaned it away, or an update stopped half-way. */
final class MissingTable extends DatabaseError
{
}
