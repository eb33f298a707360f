<?php

/**
 * Looks at an unpacked plugin the way a server will: every PHP file parses, every class of ours loads
 * without a development package, and what the plugin asks for at its start is there, as are the licences.
 *
 * Usage: php scripts/package/check.php FOLDER
 */

declare(strict_types=1);

$root = rtrim((string) ($argv[1] ?? ''), '/');
$problems = [];
$files = new RegexIterator(
    new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root, FilesystemIterator::SKIP_DOTS)),
    '/\.php$/'
);

$parsed = 0;
foreach ($files as $file) {
    try {
        token_get_all((string) file_get_contents((string) $file), TOKEN_PARSE);
        ++$parsed;
    } catch (ParseError $error) {
        $problems[] = "{$file}:{$error->getLine()}: {$error->getMessage()}";
    }
}

$needed_files = [
    'plugin-root.php',
    'uninstall.php',
    'readme.txt',
    'LICENSE',
    'vendor/autoload.php',
    'build/contract/index.php',
    'build/openapi.json',
    'build/languages',
    'build/licenses-scripts.txt',
    'build/licenses-modules.txt',
];
foreach ($needed_files as $needed) {
    if (! file_exists("{$root}/{$needed}")) {
        $problems[] = "{$needed} is missing";
    }
}

$loaded = 0;
if ($problems === []) {
    define('ABSPATH', $root . '/');
    require "{$root}/vendor/autoload.php";
    $ours = new RegexIterator(new RecursiveIteratorIterator(new RecursiveDirectoryIterator("{$root}/includes", FilesystemIterator::SKIP_DOTS)), '/\.php$/');
    foreach ($ours as $file) {
        if (basename(dirname((string) $file)) === 'templates') {
            continue;
        }
        $class = 'Counterfoil\\' . strtr(substr((string) $file, strlen("{$root}/includes/"), -4), '/', '\\');
        try {
            if (class_exists($class) || interface_exists($class) || trait_exists($class) || enum_exists($class)) {
                ++$loaded;
            } else {
                $problems[] = "{$class} is not where its name says";
            }
        } catch (Error $error) {
            // A class of WordPress itself is not there without WordPress; one of a package should be.
            if (preg_match('/"(WP_|Walker)/', $error->getMessage()) !== 1) {
                $problems[] = "{$class}: {$error->getMessage()}";
            }
        }
    }
    if (! class_exists('TCPDF') || ! class_exists('Opis\JsonSchema\Validator')) {
        $problems[] = 'a package is missing from vendor/';
    }
}

echo implode("\n", $problems === [] ? ["{$parsed} PHP files parse, {$loaded} classes load."] : $problems), "\n";
exit($problems === [] ? 0 : 1);
