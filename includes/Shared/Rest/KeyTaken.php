<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use RuntimeException;

/** An idempotency key that is there already; ends the transaction that tried to use it. */
final class KeyTaken extends RuntimeException
{
}
