<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Clock\SystemClock;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Queue\Backlog;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Worker;

/** What Site Health says of what every noun stands on: its tables, and the work that comes due. */
final readonly class Health
{
    /** Seconds the minute's work may be late. */
    private const LATE = 15 * MINUTE_IN_SECONDS;

    /** Seconds for which a task may wait while others are done. */
    private const LONG = HOUR_IN_SECONDS;

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
                Finding::moment($lost['at']),
                implode(', ', $lost['tables'])
            ))
            : Finding::good(__('Billing tables are complete', 'counterfoil'), __('All database tables exist.', 'counterfoil'));
    }

    /**
     * Somebody's own cron may do the work: what counts is when it was last done. What waits for long is not.
     *
     * @param int $now Unix time, WP-Cron's
     * @param int $clock Unix time, ours: a demo's goes ahead
     */
    public function work(int $now, Backlog $backlog, int $clock): Finding
    {
        $last = LastRun::at();
        $next = wp_next_scheduled(Worker::ACTION);
        $waits_since = $backlog->oldest?->getTimestamp() ?? $clock;
        $runs = $last !== null && $clock - $last <= LastRun::KEPT_EVERY + self::LATE;
        $finding = match (true) {
            $runs && $backlog->failing > 0 => self::failing($backlog),
            $runs && $clock - $waits_since > self::LONG => Finding::improvable(__('Scheduled tasks are behind', 'counterfoil'), __('More tasks come due than are run, so emails and payments are delayed. Ask your host to run wp-cron.php every minute, or run “wp counterfoil work” to finish all of them.', 'counterfoil')),
            $runs => Finding::good(__('Scheduled tasks are running', 'counterfoil'), __('Emails, payments and renewals are processed on time.', 'counterfoil')),
            $next === false => Finding::bad(__('Scheduled tasks aren’t running', 'counterfoil'), __('WP-Cron doesn’t accept Counterfoil’s tasks, so emails and payments are delayed. Ask your host, or run “wp counterfoil work” every minute.', 'counterfoil')),
            $last !== null || $next < $now - self::LATE => Finding::bad(__('Scheduled tasks aren’t running', 'counterfoil'), sprintf(
                /* translators: %s: date and time */
                __('WP-Cron hasn’t run since %s, so emails and payments are delayed. Ask your host to run wp-cron.php every minute, or run “wp counterfoil work” every minute.', 'counterfoil'),
                Finding::moment($last ?? $next)
            )),
            default => Finding::good(__('Scheduled tasks are running', 'counterfoil'), __('WP-Cron runs on time.', 'counterfoil')),
        };

        return $finding
            ->reading(__('Last run', 'counterfoil'), $last === null ? __('Not yet', 'counterfoil') : Finding::moment($last))
            ->reading(__('Tasks waiting', 'counterfoil'), number_format_i18n($backlog->count))
            ->reading(__('Oldest task due', 'counterfoil'), $backlog->oldest === null ? __('None', 'counterfoil') : Finding::moment($waits_since))
            ->reading(__('Tasks that keep failing', 'counterfoil'), number_format_i18n($backlog->failing));
    }

    private static function failing(Backlog $backlog): Finding
    {
        return Finding::bad(
            /* translators: %s: number of tasks */
            sprintf(_n('%s scheduled task keeps failing', '%s scheduled tasks keep failing', $backlog->failing, 'counterfoil'), number_format_i18n($backlog->failing)),
            /* translators: %s: name of a task and what went wrong */
            sprintf(__('An invoice, a payment or a PDF may be late. Counterfoil tries again every day, so nothing is lost once the cause is fixed. Send the last error to your developer or host: %s', 'counterfoil'), $backlog->error)
        );
    }
}
