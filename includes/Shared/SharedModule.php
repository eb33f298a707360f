<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Database\StateTable;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Loopback;
use Counterfoil\Shared\Queue\QueueTable;
use Counterfoil\Shared\Queue\Shift;
use Counterfoil\Shared\Queue\Standstill;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\Rest\Errors;
use Counterfoil\Shared\Rest\IdempotencyTable;

/** What every noun stands on: tables brought up to date, work that is due, languages. */
final class SharedModule extends Module
{
    private ?Worker $worker = null;
    private ?Shift $shift = null;
    private bool $is_mending = false;

    public function hooks(): void
    {
        register_activation_hook(COUNTERFOIL_FILE, [$this, 'migrate']);
        register_deactivation_hook(COUNTERFOIL_FILE, [Worker::class, 'unschedule']);
        // After an update nothing is activated: the first request brings the tables along.
        add_action('init', [$this, 'catch_up'], 0, 0);
        add_filter('cron_schedules', [$this, 'add_rhythm']);
        add_action('counterfoil_work', [$this, 'work']);
        add_filter('site_status_tests', [$this, 'look_at_health']);
        add_filter('load_textdomain_mofile', static fn (string $file, string $domain): string => $domain === 'counterfoil' ? Languages::relative_of($file) : $file, 10, 2);
        add_filter('load_script_translation_file', static fn (string|false $file, string $handle, string $domain): string|false => is_string($file) && $domain === 'counterfoil' ? Languages::relative_of($file) : $file, 10, 3);
        if (wp_doing_cron()) {
            // Who wanted a cron while this one ran was refused it (spawn_cron() knows one at a time), maybe after its jobs were done.
            add_action('shutdown', [$this, 'work_on'], 20);
        }
        if (defined('WP_CLI') && WP_CLI) {
            add_action('cli_init', [$this, 'add_commands']);
        }
    }

    public function tables(): array
    {
        return [SettingsTable::class, QueueTable::class, IdempotencyTable::class, StateTable::class];
    }

    public function install(): void
    {
        Worker::schedule();
        $this->worker()->arm();
    }

    public function uninstall(): void
    {
        Worker::unschedule();
    }

    public function options(): array
    {
        return [Migrator::OPTION, Migrator::LOST, LastRun::OPTION];
    }

    public function jobs(): array
    {
        return [new Job('idempotency.sweep', function (): null {
            $this->plugin->idempotency()->sweep();
            $this->plugin->database()->transaction($this->plugin->database()->state()->shrink(...));

            return null;
        }, every: DAY_IN_SECONDS)];
    }

    public function worker(): Worker
    {
        return $this->worker ??= new Worker(
            $this->plugin->queue(),
            $this->plugin->database(),
            $this->plugin->clock(),
            fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->jobs(), $this->plugin->contributing('jobs'))),
            fn (string $name): array => $this->plugin->contributed('jobs', $name, static fn (array $modules): array => array_merge(...array_map(static fn (Module $module): array => $module->jobs(), $modules)))
        );
    }

    /**
     * Hooked to init: compares two autoloaded options, looks for one entry of the cron, and no more on most requests.
     *
     * @param int|null $begun Unix time of this request; null for what the web server says
     */
    public function catch_up(?int $begun = null): void
    {
        $done = get_option('counterfoil_schema');
        try {
            if (! is_array($done) || ($done['code'] ?? 0) !== Plugin::SCHEMA) {
                $this->migrate();
            } elseif (wp_next_scheduled('counterfoil_work') === false) {
                Worker::schedule();
            }
            $this->notice_standstill($begun ?? absint($_SERVER['REQUEST_TIME'] ?? 0));
        } catch (DatabaseError $error) {
            // The site goes on without us, and Site Health says what is missing.
            Errors::log($error);
        }
    }

    /** Asked on every request: not even the clock is loaded before a day has gone by. */
    private function notice_standstill(int $begun): void
    {
        $last = get_option('counterfoil_last_run');
        $is_quiet = is_array($last) && ($last['at'] ?? 0) >= $begun - DAY_IN_SECONDS;
        // What runs what is due has nothing to notice.
        if ($is_quiet || wp_doing_cron() || (defined('WP_CLI') && WP_CLI)) {
            return;
        }
        $now = $this->plugin->clock()->now()->getTimestamp();
        if (LastRun::at() === null) {
            LastRun::note($now);
        } elseif (LastRun::is_to_be_told($now)) {
            $this->plugin->provided(Standstill::class)->tell();
        }
    }

    /** Whether a flag was raised (SiteFlags); here, for this class is there on every request. */
    public static function is_raised(string $flag): bool
    {
        $kept = get_option('counterfoil_schema');

        return is_array($kept) && ($kept["flag:{$flag}"] ?? 0) === 1;
    }

    /** A statement missed a table. @return bool whether it is there now */
    public function mend(): bool
    {
        if ($this->is_mending) {
            return false;
        }
        $this->is_mending = true;
        try {
            return $this->migrator()->mend(Plugin::SCHEMA);
        } catch (DatabaseError $error) {
            Errors::log($error);

            return false;
        } finally {
            $this->is_mending = false;
        }
    }

    public function migrate(): void
    {
        $this->migrator()->migrate(Plugin::SCHEMA);
    }

    public function migrator(): Migrator
    {
        $modules = $this->plugin->modules();

        return new Migrator(
            $this->plugin->database(),
            array_merge(...array_map(static fn (Module $module): array => $module->tables(), $modules)),
            array_map(static fn (Module $module): Closure => $module->install(...), $modules)
        );
    }

    /**
     * Hooked to counterfoil_work: WP-Cron's minute, and what somebody wants done at once.
     *
     * @param string $only name of a job; empty for all
     */
    public function work(string $only = ''): void
    {
        $only === '' ? $this->worker()->run(shift: $this->shift()) : $this->worker()->run(only: [$only]);
    }

    /** This process', however often it looks for work. */
    public function shift(): Shift
    {
        // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- anybody may have what is due done, and the number only ends the turns earlier
        return $this->shift ??= new Shift(absint($_GET[Shift::ARGUMENT] ?? 0), Loopback::wake(...));
    }

    /** Hooked to shutdown of a cron. */
    public function work_on(): void
    {
        $this->shift()->is_over() || $this->work();
    }

    /**
     * Filter `cron_schedules`.
     *
     * @param array<string, array{interval: int, display: string}> $schedules
     * @return array<string, array{interval: int, display: string}>
     */
    public function add_rhythm(array $schedules): array
    {
        return $schedules + ['counterfoil_minute' => ['interval' => MINUTE_IN_SECONDS, 'display' => __('Every minute (Counterfoil)', 'counterfoil')]];
    }

    /**
     * Filter `site_status_tests`.
     *
     * @param array<string, array<string, mixed>> $tests
     * @return array<string, array<string, mixed>>
     */
    public function look_at_health(array $tests): array
    {
        foreach ($this->plugin->contributing('health') as $module) {
            foreach ($module->health() as $name => $look) {
                $name = "counterfoil_{$name}";
                $tests['direct'][$name] = ['label' => $name, 'test' => static fn (): array => $look()->for_site_health($name)];
            }
        }

        return $tests;
    }

    /** Hooked to cli_init. */
    public function add_commands(): void
    {
        foreach ($this->plugin->contributing('commands') as $module) {
            foreach ($module->commands() as $name => $command) {
                \WP_CLI::add_command("counterfoil {$name}", $command);
            }
        }
    }
}
