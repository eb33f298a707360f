<?php

declare(strict_types=1);

namespace Counterfoil;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\Worker;

/**
 * Takes everything away that the plugin has put on a site, where that is wished for. Pages that were made
 * stay: they belong to the site, and somebody may have written on them. Users stay too, without the role of a
 * client's contact: the plugin that kept them out of wp-admin is gone.
 */
final readonly class Uninstall
{
    /** "1" says that deleting the plugin deletes its data. */
    public const OPTION = 'counterfoil_delete_on_uninstall';

    public static function run(): void
    {
        if (! is_multisite()) {
            self::clean_site();

            return;
        }
        foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) {
            switch_to_blog((int) $site);
            self::clean_site();
            restore_current_blog();
        }
    }

    private static function clean_site(): void
    {
        // A job without a plugin to do it goes in any case.
        Worker::unschedule();
        if (get_option(self::OPTION) !== '1') {
            return;
        }
        $plugin = Plugin::instance();
        foreach ($plugin->modules() as $module) {
            foreach ($module->tables() as $table) {
                foreach ($table::names() as $name) {
                    $plugin->database()->execute("DROP TABLE IF EXISTS {$plugin->database()->table($name)}");
                }
            }
            $module->uninstall();
            array_map(self::forget(...), $module->options());
        }
        self::forget(self::OPTION);
        self::delete_transients($plugin->database());
    }

    /** An option of this site, or what users chose. */
    private static function forget(string $name): void
    {
        delete_option($name);
        delete_metadata('user', 0, $name, '', true);
    }

    /** By their common beginning: what follows it may be anything. */
    private static function delete_transients(Database $database): void
    {
        global $wpdb;
        $begins = static fn (string $text): string => $wpdb->esc_like($text) . '%';
        $transients = $database->rows(
            "SELECT option_name AS name FROM {$wpdb->options} WHERE option_name LIKE ? OR option_name LIKE ?",
            [$begins('_transient_counterfoil_'), $begins('_transient_timeout_counterfoil_')]
        );
        foreach ($transients as $transient) {
            delete_option((string) $transient['name']);
        }
    }
}
