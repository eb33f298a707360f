<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * The work that is due. The rows are the queue: whoever runs the action looks for rows whose time has
 * come and claims each by compare-and-set, so WP-Cron, the command line and several web nodes may run
 * it at once.
 */
final readonly class Work
{
    /** Modules add their workers to this action. Each takes what is due and returns. */
    public const ACTION = 'counterfoil_work';
    private const EVERY = 'counterfoil_minute';

    public function register(): void
    {
        add_filter('cron_schedules', static fn (array $schedules): array => $schedules + [
            self::EVERY => ['interval' => MINUTE_IN_SECONDS, 'display' => __('Every minute (Counterfoil)', 'counterfoil')],
        ]);
        if (defined('WP_CLI') && WP_CLI) {
            \WP_CLI::add_command('counterfoil work', static function (): void {
                do_action(self::ACTION);
                \WP_CLI::success(__('Everything that was due is done.', 'counterfoil'));
            });
        }
    }

    /** Repeatable: runs after migrations. */
    public static function schedule(): void
    {
        if (wp_next_scheduled(self::ACTION) === false) {
            wp_schedule_event(time(), self::EVERY, self::ACTION);
        }
    }

    public static function unschedule(): void
    {
        wp_clear_scheduled_hook(self::ACTION);
    }
}
