<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What WordPress' plugin directory asks of a plugin's files. */
final class PluginFilesTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../../..';

    /** @return iterable<string, array{string}> every file that does something when it is merely included */
    public static function acting_files(): iterable
    {
        foreach (['plugin-root.php', 'uninstall.php', 'includes/Portal/templates/*.php', 'blocks/*/render.php'] as $pattern) {
            foreach (glob(self::ROOT . "/{$pattern}") ?: [] as $file) {
                yield substr($file, strlen(self::ROOT) + 1) => [$file];
            }
        }
    }

    /** By its own address, without WordPress around it. */
    #[DataProvider('acting_files')]
    public function test_called_directly_it_says_nothing(string $file): void
    {
        exec(escapeshellarg(PHP_BINARY) . ' -d display_errors=1 ' . escapeshellarg($file) . ' 2>&1', $output, $code);

        self::assertSame([0, []], [$code, $output]);
    }

    public function test_the_version_is_the_same_everywhere(): void
    {
        $read = static fn (string $file): string => (string) file_get_contents(self::ROOT . "/{$file}");
        $version = json_decode($read('package.json'), true)['version'];

        self::assertStringContainsString(" * Version:           {$version}\n", $read('plugin-root.php'));
        self::assertStringContainsString("define('COUNTERFOIL_VERSION', '{$version}');", $read('plugin-root.php'));
        self::assertStringContainsString("Stable tag: {$version}\n", $read('readme.txt'));
    }
}
