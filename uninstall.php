<?php

/**
 * Deleting the plugin keeps its data: issued invoices are records that a business must be able to show
 * for years. Who really wants them gone writes `define('COUNTERFOIL_DELETE_DATA', true);` into
 * wp-config.php before deleting it.
 */

declare(strict_types=1);

use Counterfoil\Access\AccessModule;
use Counterfoil\Shared\Work;

if (! defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}

require __DIR__ . '/vendor/autoload.php';

(static function (): void {
    global $wpdb;

    $sites = is_multisite() ? get_sites(['fields' => 'ids', 'number' => 0]) : [get_current_blog_id()];
    foreach ($sites as $site) {
        if (is_multisite()) {
            switch_to_blog((int) $site);
        }

        Work::unschedule();
        if (defined('COUNTERFOIL_DELETE_DATA') && COUNTERFOIL_DELETE_DATA === true) {
            AccessModule::revoke();
            foreach ($wpdb->get_col($wpdb->prepare('SHOW TABLES LIKE %s', $wpdb->esc_like("{$wpdb->prefix}counterfoil_") . '%')) as $table) {
                $wpdb->query($wpdb->prepare('DROP TABLE IF EXISTS %i', $table));
            }
            foreach ($wpdb->get_col($wpdb->prepare("SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like('counterfoil_') . '%')) as $option) {
                delete_option($option);
            }
            $wpdb->query($wpdb->prepare("DELETE FROM {$wpdb->usermeta} WHERE meta_key LIKE %s", $wpdb->esc_like('counterfoil_') . '%'));
        }

        if (is_multisite()) {
            restore_current_blog();
        }
    }
    wp_cache_flush();
})();
