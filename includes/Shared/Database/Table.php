<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** A noun's tables and how they came to be what they are. */
interface Table
{
    /** @return list<Migration> */
    public static function migrations(): array;

    /** @return list<string> names without prefix, for a clean uninstall */
    public static function names(): array;
}
