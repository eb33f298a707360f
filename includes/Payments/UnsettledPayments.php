<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Finding;

/** Payments whose end is not known, for Site Health: those with a bank take days, an answer that never came an hour. */
final readonly class UnsettledPayments
{
    /** After these somebody should look: the gateway is asked more often than that. */
    private const NO_ANSWER = '-1 hour';
    private const WITH_BANK = '-14 days';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function look(): Finding
    {
        $now = $this->clock->now();
        $rows = $this->database->rows(
            "SELECT state, COUNT(*) AS how_many, MIN(created_at) AS oldest, SUM(CASE WHEN created_at < (CASE state WHEN 'unknown' THEN ? ELSE ? END) THEN 1 ELSE 0 END) AS late
            FROM {$this->database->table('payments')} WHERE state IN ('unknown', 'processing') GROUP BY state",
            [Timestamps::to_row($now->modify(self::NO_ANSWER)), Timestamps::to_row($now->modify(self::WITH_BANK))]
        );
        $count = array_map(intval(...), array_column($rows, 'how_many', 'state')) + ['unknown' => 0, 'processing' => 0];
        $late = array_sum(array_map(intval(...), array_column($rows, 'late')));
        $moments = array_filter(array_column($rows, 'oldest'));
        $oldest = $moments === [] ? null : min($moments);

        return ($late === 0
            ? Finding::good(__('Payments are settled', 'counterfoil'), __('Payments that are processing are checked until they succeed or fail.', 'counterfoil'))
            : Finding::improvable(
                /* translators: %s: number of payments */
                sprintf(_n('%s payment isn’t settled', '%s payments aren’t settled', $late, 'counterfoil'), number_format_i18n($late)),
                __('The payment gateway should have reported the result by now. Payments are checked again automatically. Look for them in the gateway’s dashboard, and contact the gateway if they’re still processing.', 'counterfoil')
            ))
            ->reading(__('Payments with a bank', 'counterfoil'), number_format_i18n($count['processing']))
            ->reading(__('Payments without an answer', 'counterfoil'), number_format_i18n($count['unknown']))
            ->reading(__('Oldest unsettled payment', 'counterfoil'), $oldest === null ? __('None', 'counterfoil') : Finding::moment(Timestamps::from_row((string) $oldest)->getTimestamp()));
    }
}
