<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** The plugin's own PHP, for tests that read it. */
final class Sources
{
    /** @var array<string, string>|null */
    private static ?array $read = null;

    /** @return array<string, string> code without comments, by its path below includes/ */
    public static function of_plugin(): array
    {
        if (self::$read === null) {
            $root = dirname(__DIR__, 3) . '/includes/';
            self::$read = [];
            /** @var SplFileInfo $file */
            foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root, RecursiveDirectoryIterator::SKIP_DOTS)) as $file) {
                if ($file->getExtension() === 'php') {
                    self::$read[substr($file->getPathname(), strlen($root))] = php_strip_whitespace($file->getPathname());
                }
            }
            ksort(self::$read);
        }

        return self::$read;
    }
}
