<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Rest;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\SeriesCheck;
use Counterfoil\Documents\SeriesExport;
use Counterfoil\Documents\SeriesReport;
use Counterfoil\Documents\UpdateNumbering;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;

/** How documents are numbered, and whether a number is missing. */
final readonly class NumberingController
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private NumberingRepository $numbering, private UpdateNumbering $update, private SeriesCheck $series, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        return ['series' => array_map(function (DocumentKind $kind): array {
            $format = $this->numbering->format($kind);

            return [
                'kind' => $kind->value,
                'prefix' => $format->prefix,
                'number_pattern' => $format->pattern,
                'restart' => $format->restart->value,
                'minimum_digits' => $format->digits,
                'next_number' => $this->numbering->next_number($kind),
                'next_numbers' => $this->numbering->next_numbers($kind),
            ];
        }, DocumentKind::cases())];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body['series'], $request->viewer->actor);

        return $this->get();
    }

    /** @return array<string, mixed> */
    public function report(): array
    {
        return ['series' => array_map(static fn (SeriesReport $report): array => [
            'kind' => $report->kind->value,
            'period' => $report->period,
            'first' => $report->tally->first,
            'last' => $report->tally->last,
            'count' => $report->tally->count,
            'voided' => $report->tally->voided,
            'missing' => $report->gaps,
            'skipped' => $report->skipped,
        ], $this->series->all())];
    }

    public function export(): CsvFile
    {
        return (new SeriesExport($this->series))->handle(($this->today)());
    }
}
