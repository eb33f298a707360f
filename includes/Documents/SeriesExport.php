<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Rest\CsvFile;

/** Every series as a table for spreadsheets: a row each, so that an auditor sees that no number is missing. */
final readonly class SeriesExport
{
    public function __construct(private SeriesCheck $series)
    {
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function handle(string $today): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Document numbers %s', 'counterfoil'), $today),
            [
                __('Documents', 'counterfoil'),
                __('Period', 'counterfoil'),
                __('First number', 'counterfoil'),
                __('Last number', 'counterfoil'),
                __('Documents issued', 'counterfoil'),
                __('Voided', 'counterfoil'),
                __('Missing numbers', 'counterfoil'),
                __('Skipped on purpose', 'counterfoil'),
            ],
            fn (): iterable => $this->cells()
        );
    }

    /** @return iterable<list<string>> */
    private function cells(): iterable
    {
        foreach ($this->series->all() as $report) {
            yield [
                $report->kind->label(),
                $report->period,
                $report->tally->first,
                $report->tally->last,
                (string) $report->tally->count,
                (string) $report->tally->voided,
                self::ranges($report->gaps),
                self::ranges($report->skipped),
            ];
        }
    }

    /** @param list<array{first: int, last: int}> $ranges */
    private static function ranges(array $ranges): string
    {
        return implode(', ', array_map(static fn (array $range): string => $range['first'] === $range['last'] ? (string) $range['first'] : "{$range['first']}–{$range['last']}", $ranges));
    }
}
