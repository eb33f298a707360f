<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

/** A copy of the installed site's database, for one run of the tests: it goes with the run. */
interface CopiedDatabase
{
    /** What it is called in wp-config.php. */
    public function name(): string;

    /** As it is now; only the first time. Nobody may be in the middle of writing to it. */
    public function keep(): void;

    /** Makes it what it was when it was kept. Nobody may be connected to it. */
    public function restore(): void;
}
