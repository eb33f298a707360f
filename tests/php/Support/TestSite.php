<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use FilesystemIterator;
use LogicException;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use WP_Hook;
use WP_SQLite_DB;
use wpdb;

/** The WordPress that the integration tests run in. */
final class TestSite
{
    /** Names this run's own database; a web server of the run is handed it on. */
    private const DATABASE = 'COUNTERFOIL_TEST_DATABASE';

    /** The port on which this run's fake Stripe would listen; wp-config.php reads it. */
    public const STRIPE_PORT = 'COUNTERFOIL_TEST_STRIPE_PORT';

    /** What WordPress notes down of a new user who has chosen nothing. */
    private const UNSAID = ['first_name' => '', 'last_name' => '', 'description' => '', 'rich_editing' => 'true', 'syntax_highlighting' => 'true', 'infinite_scrolling' => 'true', 'comment_shortcuts' => 'false', 'admin_color' => 'modern', 'use_ssl' => '0', 'show_admin_bar_front' => 'true', 'locale' => ''];

    /** @var list<string> what WordPress complained about while it was booted */
    public static array $complaints = [];

    private static CopiedDatabase $database;

    /** @var array<string, WP_Hook> as they were when WordPress had been booted */
    private static array $hooks = [];

    /** @var array<string, array<array-key, mixed>> as they were then */
    private static array $superglobals = [];

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
        self::find_contributions(dirname(__DIR__, 3));
        if (! function_exists('pcntl_fork')) {
            self::give_up('PHP lacks pcntl, with which the tests run several processes at once. Debian\'s php-cli has it.');
        }
        putenv("DB_ENGINE={$engine}");
        if (getenv(self::STRIPE_PORT) === false) {
            putenv(self::STRIPE_PORT . '=' . self::free_port());
        }
        self::$database = $engine === 'mysql' ? new MariaDbCopy(dirname($root)) : new SqliteCopy(dirname($root) . '/database');
        putenv(self::DATABASE . '=' . self::$database->name());
        self::open_temporary_folder();
        // It would put a page for visitors in the place of what PHP says of an error that ends the run.
        define('WP_DISABLE_FATAL_ERROR_HANDLER', true);
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
        // What ends the run is told where the run is read; WordPress has just turned that off.
        ini_set('display_errors', 'stderr');
        self::remember_statements();
        // The hash is as slow as it is meant to be; hundreds of tests with users of their own need not wait for it.
        add_filter('wp_hash_password_options', static fn (): array => ['cost' => 4]);
        // A row for each of a dozen things that a new user has not said yet; reading one that is missing says the same.
        add_filter('insert_user_meta', static fn (array $meta, mixed $user, bool $is_update): array => $is_update ? $meta : array_diff_assoc(array_map(strval(...), $meta), self::UNSAID), 10, 3);
        if (! class_exists(Plugin::class, false)) {
            self::give_up('WordPress runs, but the plugin did not start.');
        }
        do_action('activate_counterfoil/plugin-root.php', false);
        wp_cache_flush();
        // Here, since it adds hooks of its own: after each test they are as they are now.
        rest_get_server();
        unset($GLOBALS['wp_filter']['doing_it_wrong_run']->callbacks[10]['tests']);
        self::$hooks = array_map(static fn (WP_Hook $hook): WP_Hook => clone $hook, $GLOBALS['wp_filter']);
        self::$superglobals = ['_SERVER' => $_SERVER, '_GET' => $_GET, '_POST' => $_POST, '_COOKIE' => $_COOKIE, '_REQUEST' => $_REQUEST, '_FILES' => $_FILES];
    }

    /** What the build says of the modules may be older than they are: a moment's work, where the rest of the build takes minutes. */
    private static function find_contributions(string $root): void
    {
        $made = (int) @filemtime("{$root}/build/contributions.php");
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator("{$root}/includes", FilesystemIterator::SKIP_DOTS)) as $file) {
            if ($file->getMTime() >= $made) {
                exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg("{$root}/scripts/contributions.php"), $output, $code);
                $code === 0 || self::give_up("scripts/contributions.php failed.\n" . implode("\n", $output));

                return;
            }
        }
    }

    public static function database(): CopiedDatabase
    {
        return self::$database;
    }

    public static function connect(): void
    {
        self::wpdb()->db_connect();
        self::remember_statements();
    }

    private static function remember_statements(): void
    {
        $wpdb = self::wpdb();
        if ($wpdb instanceof WP_SQLite_DB) {
            RememberingDriver::install($wpdb);
        }
    }

    /** Before thousands of rows are written: SQLite has all their indexes in memory, until the connection ends. */
    public static function make_room(): void
    {
        $wpdb = self::wpdb();
        if ($wpdb instanceof WP_SQLite_DB) {
            $wpdb->get_driver()->get_connection()->get_pdo()->exec('PRAGMA cache_size = -131072');
        }
    }

    /** Before other processes of this run begin: none of them may use what another one has opened. */
    public static function disconnect(): void
    {
        self::wpdb()->close();
        gc_collect_cycles();
    }

    /**
     * What a process of its own finds: WordPress has been booted, and nothing has happened yet. Not as in one that has
     * booted: the modules' objects and the files' classes that the tests have needed so far are there already, and uniqid()
     * goes on from the same state in all of them (random_bytes() and what rests on it does not).
     */
    public static function begin_anew(): void
    {
        $GLOBALS['wp_filter'] = array_map(static fn (WP_Hook $hook): WP_Hook => clone $hook, self::$hooks);
        foreach (self::$superglobals as $name => $value) {
            $GLOBALS[$name] = $value;
        }
        self::connect();
        wp_cache_flush();
        wp_set_current_user(0);
        $plugin = Plugin::instance();
        $plugin->database()->remembered()->forget();
        $plugin->module(IdentityModule::class)->session()->forget();
        $clock = $plugin->clock();
        $clock instanceof MovableClock ? $clock->shift(0) : throw new LogicException('The test site has no COUNTERFOIL_DEMO.');
    }

    private static function wpdb(): wpdb
    {
        return $GLOBALS['wpdb'];
    }

    /** What a run leaves in it goes with the run. */
    private static function open_temporary_folder(): void
    {
        $folder = sys_get_temp_dir() . '/counterfoil-' . self::engine() . '-' . getenv(self::DATABASE);
        define('WP_TEMP_DIR', $folder);
        is_dir($folder) || mkdir($folder, 0o700);
        $owner = getmypid();
        register_shutdown_function(static fn () => register_shutdown_function(static fn () => $owner === getmypid() && self::remove($folder)));
    }

    private static function remove(string $folder): bool
    {
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS), RecursiveIteratorIterator::CHILD_FIRST);
        foreach ($files as $file) {
            $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
        }

        return rmdir($folder);
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
