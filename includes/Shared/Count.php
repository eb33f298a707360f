<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** A number that several objects which are otherwise fixed count up together. */
final class Count
{
    public int $value = 0;
}
