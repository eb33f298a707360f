<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** What happened with a client as a table for spreadsheets, newest first, times on the business's clock. */
final readonly class ActivityExport
{
    private const CHUNK = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(private EventTimeline $timeline, private Closure $calendar)
    {
    }

    public function handle(Client $client, Viewer $viewer, bool $with_logins): CsvFile
    {
        return new CsvFile(
            /* translators: 1: name of the client, 2: date as 2026-03-31 */
            sprintf(__('Activity %1$s %2$s', 'counterfoil'), $client->name, ($this->calendar)()->today()),
            [__('Date', 'counterfoil'), __('Activity', 'counterfoil'), __('By', 'counterfoil')],
            fn (): iterable => $this->cells($client, $viewer, $with_logins)
        );
    }

    /** @return iterable<list<string>> */
    private function cells(Client $client, Viewer $viewer, bool $with_logins): iterable
    {
        $zone = ($this->calendar)()->zone;
        $cursor = null;
        do {
            ['items' => $items, 'next_cursor' => $cursor] = $this->timeline->of_client($client->id, $viewer, self::CHUNK, $cursor, $with_logins);
            foreach ($items as $row) {
                yield [(new DateTimeImmutable($row['occurred_at']))->setTimezone($zone)->format('Y-m-d H:i'), $row['summary'], $row['actor']['name']];
            }
        } while ($cursor !== null);
    }
}
