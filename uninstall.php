<?php

/**
 * Runs when the plugin is deleted. Bills and payments are records that the law asks to be kept, so
 * nothing is taken away unless the option `counterfoil_delete_on_uninstall` says so.
 */

declare(strict_types=1);

if (! defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}

require_once __DIR__ . '/includes/autoload.php';

Counterfoil\Uninstall::run();
