<?php

/**
 * WordPress' database drop-in: SQLite, unless wp-config.php says MySQL.
 *
 * Stands in for the plugin's own db.copy, which also activates the plugin in wp-admin.
 */

declare(strict_types=1);

if (defined('DB_ENGINE') && DB_ENGINE === 'sqlite') {
    defined('SQLITE_DB_DROPIN_VERSION') || define('SQLITE_DB_DROPIN_VERSION', '1.8.0');
    defined('DATABASE_TYPE') || define('DATABASE_TYPE', 'sqlite');
    require_once __DIR__ . '/sqlite-database-integration/wp-includes/sqlite/db.php';
}
