<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** The email log as a table for spreadsheets, times on the business's clock. */
final readonly class EmailExport
{
    private const CHUNK = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(private MailLog $log, private Closure $calendar)
    {
    }

    public function handle(Viewer $viewer, ?string $state, string $search): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Emails %s', 'counterfoil'), ($this->calendar)()->today()),
            [
                __('Created', 'counterfoil'),
                __('Sent', 'counterfoil'),
                __('Email', 'counterfoil'),
                __('Recipient', 'counterfoil'),
                __('Subject', 'counterfoil'),
                __('Status', 'counterfoil'),
                __('Reason', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($viewer, $state, $search)
        );
    }

    /** @return iterable<list<string>> */
    private function cells(Viewer $viewer, ?string $state, string $search): iterable
    {
        $words = ['queued' => __('Waiting', 'counterfoil'), 'sent' => __('Sent', 'counterfoil'), 'failed' => __('Failed', 'counterfoil')];
        $zone = ($this->calendar)()->zone;
        $moment = static fn (?string $moment): string => $moment === null ? '' : (new DateTimeImmutable($moment))->setTimezone($zone)->format('Y-m-d H:i');
        $cursor = null;
        do {
            ['items' => $items, 'next_cursor' => $cursor] = $this->log->page($viewer, self::CHUNK, $cursor, $state, $search);
            foreach ($items as $row) {
                yield [$moment($row['created_at']), $moment($row['sent_at']), $row['label'], $row['to'], $row['subject'], $words[$row['state']] ?? '', $row['reason']];
            }
        } while ($cursor !== null);
    }
}
