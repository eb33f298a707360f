<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use wpdb;

/**
 * A test whose writes are really committed: for several processes at once and for changes of the schema.
 * Afterwards the plugin's tables are empty and installed anew, and WordPress' rows that were added are gone.
 */
abstract class CommittingTestCase extends IntegrationTestCase
{
    /** WordPress' tables and their keys. */
    private const CORE = ['users' => 'ID', 'usermeta' => 'umeta_id', 'posts' => 'ID', 'postmeta' => 'meta_id', 'options' => 'option_id'];

    /** @var array<string, int> the last key of each before the test */
    private array $last = [];

    /** @var array<string, string> options before the test */
    private array $options = [];

    protected function begin_isolation(): void
    {
        $wpdb = self::wpdb();
        foreach (self::CORE as $table => $key) {
            $this->last[$table] = (int) $wpdb->get_var("SELECT MAX({$key}) FROM {$wpdb->prefix}{$table}");
        }
        $this->options = array_column((array) $wpdb->get_results("SELECT option_name, option_value FROM {$wpdb->options}", 'ARRAY_A'), 'option_value', 'option_name');
    }

    protected function end_isolation(): void
    {
        $wpdb = self::wpdb();
        foreach ((array) $wpdb->get_col("SHOW TABLES LIKE '" . $wpdb->esc_like("{$wpdb->prefix}counterfoil_") . "%'") as $table) {
            $wpdb->query("DROP TABLE `{$table}`");
        }
        foreach (self::CORE as $table => $key) {
            $wpdb->query("DELETE FROM {$wpdb->prefix}{$table} WHERE {$key} > {$this->last[$table]}");
        }
        foreach ($this->options as $name => $value) {
            $wpdb->update($wpdb->options, ['option_value' => $value], ['option_name' => $name]);
        }
        $wpdb->query("DELETE FROM {$wpdb->options} WHERE option_name LIKE 'counterfoil%'");
        wp_cache_flush();
        do_action('activate_counterfoil/plugin-root.php', false);
    }

    private static function wpdb(): wpdb
    {
        return $GLOBALS['wpdb'];
    }
}
