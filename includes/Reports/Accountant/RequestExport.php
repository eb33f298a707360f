<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** Asks for an export of a period; the worker makes it. */
final readonly class RequestExport
{
    private const MOST_DAYS = 366;

    /** Beside each other: more than that nobody needs, and each is work for the server. */
    private const MOST_AT_ONCE = 3;

    /**
     * @param Closure(string, string): int $count documents of a period
     * @param Closure(): string $locale language of its tables and folders
     */
    public function __construct(private Changes $changes, private ExportRepository $exports, private Closure $count, private Closure $locale)
    {
    }

    /**
     * @param string $from first day, "2026-03-01"
     * @param string|null $month "2026-03" of one that is made by itself
     * @throws DomainError 400 naming the field, 409 when enough are being made
     */
    public function handle(string $from, string $to, Actor $by, ?string $month = null): Export
    {
        if ($to < $from) {
            throw DomainError::invalid(__('The last day can’t be before the first day.', 'counterfoil'), '/to');
        }
        if (Calendar::days_between($from, $to) >= self::MOST_DAYS) {
            throw DomainError::invalid(__('Choose a period of one year or less.', 'counterfoil'), '/to');
        }
        $running = array_filter($this->exports->shown(), static fn (Export $export): bool => $export->state === ExportState::Running);
        if ($month === null && count($running) >= self::MOST_AT_ONCE) {
            throw DomainError::conflict('too_many_exports', __('Three exports are being created already. Wait until one is ready, or cancel one.', 'counterfoil'));
        }
        $total = ($this->count)($from, $to);

        return $this->changes->run($by, function (Change $change) use ($from, $to, $month, $total, $by): Export {
            $id = $this->exports->insert($from, $to, $month, ($this->locale)(), $total, $month === null ? $by->name : '');
            $change->job(BuildExport::JOB, $id);
            $change->event('accountant_export.requested', [['accountant_export', $id]], null, ['from' => $from, 'to' => $to]);
            /**
             * Fires when an export for the accountant is requested.
             *
             * @param int $export_id
             * @since 0.2.0
             */
            $change->hook('accountant_export_requested', $id);

            return $this->exports->get($id);
        });
    }
}
