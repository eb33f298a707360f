<?php

/**
 * Finds our classes by their names, and wakes the libraries' own autoloader when one of theirs is first asked
 * for: most requests of a site need neither a JSON Schema nor a PDF. It stands in front of those of WordPress and of other
 * plugins, which would be asked for each of ours; for theirs it costs a comparison.
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Counterfoil\\') && ! str_starts_with($class, 'Counterfoil\\Vendor\\')) {
        $file = __DIR__ . '/' . strtr(substr($class, 12), '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }

        return;
    }
    if (preg_match('/^(Counterfoil\\\\Vendor\\\\|Brick\\\\|Opis\\\\|TCPDF|QRcode$)/', $class) === 1) {
        static $libraries = null;
        $libraries ??= require dirname(__DIR__) . '/vendor/autoload.php';
        // It stands before this one from now on and has missed the question; PHP does not ask twice for one class at a time.
        if (! class_exists($class, false) && ! interface_exists($class, false)) {
            $libraries->loadClass($class);
        }
    }
}, prepend: true);
