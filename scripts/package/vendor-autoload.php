<?php

/**
 * Loads the libraries that came with Counterfoil. They stand below Counterfoil\Vendor, so that a copy of another
 * plugin is never taken for ours, nor ours for another's.
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    static $files = null;
    if (str_starts_with($class, 'Counterfoil\\Vendor\\')) {
        $files ??= require __DIR__ . '/classes.php';
        if (isset($files[$class])) {
            require __DIR__ . '/' . $files[$class];
        }
    }
});
