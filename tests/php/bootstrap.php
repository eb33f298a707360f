<?php

/**
 * Unit tests get the autoloader and nothing else; for all others a real WordPress is booted, in a copy of
 * the test site's database that lives as long as this run.
 *
 * `node scripts/test-site.mjs` makes the sites; DB_ENGINE chooses one ("sqlite", which is the default, or
 * "mysql"); WP_ROOT may name another one.
 */

declare(strict_types=1);

require_once dirname(__DIR__, 2) . '/vendor/autoload.php';

(static function (): void {
    $arguments = implode(' ', array_map('strval', (array) ($_SERVER['argv'] ?? [])));
    if (preg_match('#--testsuite[ =]unit\b|tests/php/Unit\b#', $arguments) === 1 && ! str_contains($arguments, 'tests/php/Integration')) {
        return;
    }
    Counterfoil\Tests\Support\TestSite::boot();
})();
