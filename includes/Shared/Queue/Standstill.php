<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

/** Tells somebody that nothing has run for a day. */
interface Standstill
{
    /** In the request that noticed; others may notice at the same moment. */
    public function tell(): void;
}
