<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** A line of a mail's table: "Due date", "31 March 2026". */
final readonly class Fact
{
    public function __construct(public string $label, public string $value, public bool $is_sum = false)
    {
    }
}
