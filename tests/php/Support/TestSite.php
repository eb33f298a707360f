<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Plugin;
use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** The WordPress that the integration tests run in. */
final class TestSite
{
    /** Names this run's own database; other processes of the run are handed it on. */
    private const DATABASE = 'COUNTERFOIL_TEST_DATABASE';

    /** The port on which this run's fake Stripe would listen; wp-config.php reads it. */
    public const STRIPE_PORT = 'COUNTERFOIL_TEST_STRIPE_PORT';

    /** @var list<string> what WordPress complained about while it was booted */
    public static array $complaints = [];

    /** Boots WordPress and activates the plugin, as a site's owner would. */
    public static function boot(): void
    {
        $engine = self::engine();
        $root = self::root($engine);
        if (! is_file($root . '/wp-config.php')) {
            self::give_up("There is no test site in {$root}. Make it with: node scripts/test-site.mjs");
        }
        if (! is_file(dirname(__DIR__, 3) . '/build/contract/index.php')) {
            self::give_up('There is no build/contract. Make it with: node scripts/build.mjs');
        }
        putenv("DB_ENGINE={$engine}");
        if (getenv(self::STRIPE_PORT) === false) {
            putenv(self::STRIPE_PORT . '=' . self::free_port());
        }
        $own = getenv(self::DATABASE) === false;
        if ($own) {
            putenv(self::DATABASE . '=' . ($engine === 'mysql' ? MariaDbCopy::make(dirname($root)) : SqliteCopy::make(dirname($root) . '/database')));
        }
        self::open_temporary_folder($own);
        // WordPress takes over what is there before it is loaded.
        $GLOBALS['wp_filter']['doing_it_wrong_run'][10]['tests'] = [
            'function' => static function (string $name, string $why): void {
                self::$complaints[] = strip_tags("{$name}: {$why}");
            },
            'accepted_args' => 2,
        ];
        (static function (string $root): void {
            require __DIR__ . '/wordpress.php';
        })($root);
        RememberingParser::install();
        // The hash is as slow as it is meant to be; hundreds of tests with users of their own need not wait for it.
        add_filter('wp_hash_password_options', static fn (): array => ['cost' => 4]);
        if (! class_exists(Plugin::class, false)) {
            self::give_up('WordPress runs, but the plugin did not start.');
        }
        if ($own) {
            do_action('activate_counterfoil/plugin-root.php', false);
            wp_cache_flush();
        }
        // Here, since it adds hooks of its own: after each test they are as they are now.
        rest_get_server();
        unset($GLOBALS['wp_filter']['doing_it_wrong_run']->callbacks[10]['tests']);
    }

    /** What a run leaves in it goes with the run; its other processes use the same one. */
    private static function open_temporary_folder(bool $own): void
    {
        $folder = sys_get_temp_dir() . '/counterfoil-' . self::engine() . '-' . getenv(self::DATABASE);
        define('WP_TEMP_DIR', $folder);
        if ($own) {
            is_dir($folder) || mkdir($folder, 0o700);
            register_shutdown_function(static fn () => register_shutdown_function(self::remove(...), $folder));
        }
    }

    private static function remove(string $folder): void
    {
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS), RecursiveIteratorIterator::CHILD_FIRST);
        foreach ($files as $file) {
            $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
        }
        rmdir($folder);
    }

    /** @return 'mysql'|'sqlite' */
    public static function engine(): string
    {
        return getenv('DB_ENGINE') === 'mysql' ? 'mysql' : 'sqlite';
    }

    /** @param 'mysql'|'sqlite' $engine */
    private static function root(string $engine): string
    {
        $given = getenv('WP_ROOT');
        $default = dirname(__DIR__, 3) . '/.cache/' . ($engine === 'mysql' ? 'test-mariadb' : 'test-sqlite') . '/wp';

        return is_string($given) && $given !== '' ? rtrim($given, '/') : $default;
    }

    private static function free_port(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        if ($socket === false) {
            self::give_up('No free port on 127.0.0.1.');
        }
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($socket, false), ':'), 1);
        fclose($socket);

        return $port;
    }

    public static function give_up(string $why): never
    {
        fwrite(STDERR, $why . PHP_EOL);
        exit(2);
    }
}
