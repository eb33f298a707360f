<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** Bytes of a file for a column of bytes (BLOB): no text, in no charset, so nothing may look for characters in it. */
final readonly class Bytes
{
    public function __construct(public string $bytes)
    {
    }
}
