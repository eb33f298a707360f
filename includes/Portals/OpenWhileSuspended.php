<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** A screen on which something is paid: the one kind that a client whose access is suspended is not kept from. */
interface OpenWhileSuspended extends Screen
{
    /** Whether what the address names is the reader's, and still to be paid, or has just been. */
    public function is_to_be_paid(Reader $reader, Location $location): bool;
}
