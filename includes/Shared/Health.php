<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Clock\SystemClock;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Queue\Worker;

/** What Site Health says of what every noun stands on: its tables, and the work that comes due. */
final readonly class Health
{
    /** Seconds the minute's work may be late. */
    private const LATE = 15 * MINUTE_IN_SECONDS;

    /** Seconds for which a loss is said. */
    private const SAID_FOR = 30 * DAY_IN_SECONDS;

    public function __construct(private Migrator $migrator)
    {
    }

    public function tables(): Finding
    {
        $missing = array_merge(...array_values($this->migrator->missing()));
        if ($missing !== []) {
            return Finding::bad(__('Billing tables are missing', 'counterfoil'), sprintf(
                /* translators: %s: names of database tables */
                __('These database tables are missing and couldn’t be created: %s. Restore a backup, or ask your host whether the database user can create tables.', 'counterfoil'),
                implode(', ', $missing)
            ));
        }
        $lost = Migrator::lost();

        return $lost['at'] > (new SystemClock())->now()->getTimestamp() - self::SAID_FOR
            ? Finding::bad(__('Billing data was lost', 'counterfoil'), sprintf(
                /* translators: 1: date and time, 2: names of database tables */
                __('On %1$s, these database tables were missing and were recreated without data: %2$s. If they contained data, restore a backup before you send the next invoice.', 'counterfoil'),
                self::moment($lost['at']),
                implode(', ', $lost['tables'])
            ))
            : Finding::good(__('Billing tables are complete', 'counterfoil'), __('All database tables exist.', 'counterfoil'));
    }

    /** @param int $now Unix time */
    public function work(int $now): Finding
    {
        $next = wp_next_scheduled(Worker::ACTION);

        return $next === false || $next < $now - self::LATE
            ? Finding::bad(__('Scheduled tasks aren’t running', 'counterfoil'), $next === false
                ? __('WP-Cron doesn’t accept Counterfoil’s tasks, so emails and payments are delayed. Ask your host, or run “wp counterfoil work” every minute.', 'counterfoil')
                : sprintf(
                    /* translators: %s: date and time */
                    __('WP-Cron hasn’t run since %s, so emails and payments are delayed. Ask your host to run wp-cron.php every minute, or run “wp counterfoil work” every minute.', 'counterfoil'),
                    self::moment($next)
                ))
            : Finding::good(__('Scheduled tasks are running', 'counterfoil'), __('WP-Cron runs on time.', 'counterfoil'));
    }

    private static function moment(int $at): string
    {
        return (string) wp_date(get_option('date_format') . ' ' . get_option('time_format'), $at);
    }
}
