<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use RuntimeException;

/** Somebody else changed a subscription between its being read and being written: nothing was done. */
final class Overtaken extends RuntimeException
{
}
