<?php

/**
 * Plugin Name: Neighbour: a plugin that cleans up
 * Description: Takes away what looks left over: entries of the cron, tables it does not know. And says what is there.
 */

declare(strict_types=1);

// Before anybody has looked after their own.
add_action('plugins_loaded', static function (): void {
    global $wpdb;
    if (isset($_GET['neighbour_cleans'])) {
        wp_unschedule_hook('counterfoil_work');
        $wpdb->query("DROP TABLE {$wpdb->prefix}counterfoil_invoice_notes");
        exit('cleaned');
    }
});
add_action('wp_loaded', static function (): void {
    global $wpdb;
    if (isset($_GET['neighbour_looks'])) {
        $wpdb->suppress_errors();
        wp_send_json([
            'cron' => wp_next_scheduled('counterfoil_work') !== false,
            'table' => $wpdb->get_results("SELECT * FROM {$wpdb->prefix}counterfoil_invoice_notes LIMIT 1") !== null && $wpdb->last_error === '',
        ]);
    }
});
