<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Database\Migrator;

/**
 * Whether something ever happened on this site, known on every request without a query (SharedModule::is_raised): the
 * flags lie in the plugin's one autoloaded option, beside the versions of its tables. What happened is in a table.
 */
final class SiteFlags
{
    /** Not inside a change: an option is not rolled back. A flag without what it tells of costs a query, and nothing else. */
    public static function raise(string $name): void
    {
        $kept = get_option(Migrator::OPTION, []);
        if (is_array($kept) && ! SharedModule::is_raised($name)) {
            update_option(Migrator::OPTION, $kept + ["flag:{$name}" => 1], true);
        }
    }
}
