<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

/**
 * A test whose writes are really committed: for several processes at once and for changes of the schema.
 * Afterwards the database is what it was before the first one of them.
 */
abstract class CommittingTestCase extends IntegrationTestCase
{
    protected function begin_isolation(): void
    {
        TestSite::database()->keep();
    }

    protected function end_isolation(): void
    {
        TestSite::disconnect();
        TestSite::database()->restore();
        TestSite::connect();
        wp_cache_flush();
        wp_roles()->for_site();
    }
}
