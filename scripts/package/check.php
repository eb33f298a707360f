<?php

/**
 * Looks at an unpacked plugin the way a server will: every PHP file parses, every class of ours loads
 * without a development package, no library is there under a name that another plugin's copy has, and what the
 * plugin asks for at its start is there, as are the licences.
 *
 * Usage: php scripts/package/check.php FOLDER
 */

declare(strict_types=1);


use Counterfoil\Package\NamesLeft;

use const Counterfoil\Package\PREFIX;

require __DIR__ . '/prefix-name.php';
require __DIR__ . '/NamesLeft.php';

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
    'vendor/classes.php',
    'vendor/licenses.txt',
    'build/contract/index.php',
    'build/contributions.php',
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
$libraries = [];
if ($problems === []) {
    /** @var array<string, string> $libraries */
    $libraries = require "{$root}/vendor/classes.php";
    $unmoved = array_filter(array_keys($libraries), static fn (string $class): bool => ! str_starts_with($class, PREFIX . '\\'));
    $bare = array_filter(
        array_map(static fn (string $class): string => substr($class, strlen(PREFIX) + 1), array_keys($libraries)),
        static fn (string $class): bool => ! str_contains($class, '\\'),
    );
    if ($unmoved !== [] || ! in_array('TCPDF', $bare, true)) {
        $problems[] = 'vendor/ has classes that are not below ' . PREFIX . ': ' . implode(', ', $unmoved);
    }
    $names = new NamesLeft(array_values($bare));
    foreach ($files as $file) {
        foreach ($names->in((string) file_get_contents((string) $file)) as $left) {
            $problems[] = "{$file}:{$left} is a library's name that other plugins answer to";
        }
    }

    define('ABSPATH', $root . '/');
    require "{$root}/includes/autoload.php";
    foreach (array_keys($libraries) as $class) {
        if (! class_exists($class) && ! interface_exists($class) && ! trait_exists($class)) {
            $problems[] = "{$class} does not load";
        }
    }
    $ours = new RegexIterator(new RecursiveIteratorIterator(new RecursiveDirectoryIterator("{$root}/includes", FilesystemIterator::SKIP_DOTS)), '/\.php$/');
    foreach ($ours as $file) {
        if (basename(dirname((string) $file)) === 'templates' || (string) $file === "{$root}/includes/autoload.php") {
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
}

echo implode("\n", $problems === [] ? ["{$parsed} PHP files parse, {$loaded} classes of ours and " . count($libraries) . ' of libraries load, none under a name that others use.'] : $problems), "\n";
exit($problems === [] ? 0 : 1);
