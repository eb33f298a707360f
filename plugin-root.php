<?php

/**
 * Plugin Name:       Counterfoil
 * Description:       Bill your clients and give them a portal on your own site, under your own brand.
 * Version:           0.1.0
 * Requires at least: 7.1
 * Requires PHP:      8.2
 * Author:            The Counterfoil contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       counterfoil
 * Domain Path:       /build/languages
 */

declare(strict_types=1);

if (! defined('ABSPATH')) {
    exit;
}

define('COUNTERFOIL_FILE', __FILE__);
define('COUNTERFOIL_VERSION', '0.1.0');

/** What is missing on this server, in words; empty when all is there. */
$counterfoil_missing = array_filter([
    PHP_VERSION_ID < 80200 ? 'PHP 8.2' : null,
    extension_loaded('intl') ? null : 'PHP intl',
    extension_loaded('mbstring') ? null : 'PHP mbstring',
    is_file(__DIR__ . '/vendor/autoload.php') ? null : 'vendor/ (composer install)',
    is_file(__DIR__ . '/build/contract/index.php') ? null : 'build/ (npm run build)',
]);

if ($counterfoil_missing !== []) {
    add_action('admin_notices', static function () use ($counterfoil_missing): void {
        printf(
            '<div class="notice notice-error"><p>%s</p></div>',
            esc_html(sprintf(
                /* translators: %s: list of missing requirements */
                __('Counterfoil can’t run because this server is missing: %s.', 'counterfoil'),
                implode(', ', $counterfoil_missing)
            ))
        );
    });

    return;
}

require __DIR__ . '/includes/autoload.php';

/**
 * The way in for code of other plugins and themes; what can be reached from here is in docs/architecture.md.
 *
 *     counterfoil()->module(Counterfoil\Invoices\InvoicesModule::class)->invoices()->find(12, Counterfoil\Shared\Viewer::system());
 */
function counterfoil(): Counterfoil\Plugin
{
    return Counterfoil\Plugin::instance();
}

Counterfoil\Plugin::boot();
