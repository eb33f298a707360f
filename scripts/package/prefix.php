<?php

/**
 * Puts the libraries that ship into a package, under names that no other plugin uses: `Opis\JsonSchema\Validator`
 * becomes `Counterfoil\Vendor\Opis\JsonSchema\Validator`, `TCPDF` becomes `Counterfoil\Vendor\TCPDF`, its constant
 * K_PATH_FONTS `Counterfoil\Vendor\K_PATH_FONTS`; our own files in the package then say so as well. Of two plugins
 * that bring the same library, PHP takes whichever is asked first for both, at whatever age that is.
 *
 * Usage: php scripts/package/prefix.php CHECKOUT PLUGIN
 *   CHECKOUT  has vendor/, as Composer made it
 *   PLUGIN    a copy of what ships, without vendor/; it gets one, with a loader and the licences
 */

declare(strict_types=1);

namespace Counterfoil\Package;

use PhpParser\Node;
use PhpParser\NodeTraverser;
use PhpParser\ParserFactory;

[, $checkout, $plugin] = $argv;

require "{$checkout}/vendor/autoload.php";
require __DIR__ . '/prefix-name.php';
require __DIR__ . '/LibraryNames.php';
require __DIR__ . '/NameMover.php';
require __DIR__ . '/ShippedLibraries.php';

$parser = (new ParserFactory())->createForHostVersion();
/** @return array<Node> */
$parse = static fn (string $source): array => $parser->parse($source) ?? [];

$libraries = ShippedLibraries::of("{$checkout}/vendor", "{$checkout}/scripts/tcpdf-files.json");
$names = new LibraryNames();
$trees = [];
foreach ($libraries->files() as $path) {
    if (str_ends_with($path, '.php')) {
        $trees[$path] = $parse($libraries->read($path));
        (new NodeTraverser($names))->traverse($trees[$path]);
    }
}

foreach ($libraries->files() as $path) {
    $source = $libraries->read($path);
    if (isset($trees[$path])) {
        $mover = new NameMover($names, true);
        (new NodeTraverser($mover))->traverse($trees[$path]);
        $source = $mover->apply($source);
    }
    put("{$plugin}/vendor/{$path}", $source);
}

$ours = new \RegexIterator(
    new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($plugin, \FilesystemIterator::SKIP_DOTS)),
    '/\.php$/',
);
foreach ($ours as $file) {
    $source = (string) file_get_contents((string) $file);
    if (! str_starts_with((string) $file, "{$plugin}/vendor/") && $names->occur_in($source)) {
        $mover = new NameMover($names, false);
        (new NodeTraverser($mover))->traverse($parse($source));
        put((string) $file, $mover->apply($source));
    }
}

/** @var array<string, string> $places below vendor/, by class */
$places = [];
foreach (array_keys($trees) as $path) {
    // Read anew: what counts is what was written.
    foreach (declared($parse((string) file_get_contents("{$plugin}/vendor/{$path}"))) as $class) {
        $places[$class] = $path;
    }
}
ksort($places);
put("{$plugin}/vendor/classes.php", "<?php\n\nreturn " . var_export($places, true) . ";\n");
copy(__DIR__ . '/vendor-autoload.php', "{$plugin}/vendor/autoload.php");
put("{$plugin}/vendor/licenses.txt", $libraries->licences());

function put(string $file, string $text): void
{
    is_dir(dirname($file)) || mkdir(dirname($file), 0o755, true);
    if (file_put_contents($file, $text) === false) {
        throw new \RuntimeException("Cannot write {$file}.");
    }
}

/**
 * @param array<Node> $tree
 * @return list<string> classes, interfaces, traits and enums, with their namespaces
 */
function declared(array $tree, string $namespace = ''): array
{
    $found = [];
    foreach ($tree as $node) {
        if ($node instanceof Node\Stmt\Namespace_) {
            $found = [...$found, ...declared($node->stmts, $node->name === null ? '' : "{$node->name}\\")];
        } elseif ($node instanceof Node\Stmt\ClassLike && $node->name !== null) {
            $found[] = $namespace . $node->name;
        }
    }

    return $found;
}
