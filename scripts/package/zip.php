<?php

/**
 * Puts a folder into a zip, where there is no `zip` command.
 *
 * Usage: php scripts/package/zip.php FOLDER ZIP
 */

declare(strict_types=1);

[, $folder, $target] = $argv;
$parent = dirname($folder) . '/';
$zip = new ZipArchive();
if ($zip->open($target, ZipArchive::CREATE | ZipArchive::OVERWRITE) !== true) {
    fwrite(STDERR, "Cannot write {$target}.\n");
    exit(1);
}
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
    $zip->addFile((string) $file, substr((string) $file, strlen($parent)));
}
exit($zip->close() ? 0 : 1);
