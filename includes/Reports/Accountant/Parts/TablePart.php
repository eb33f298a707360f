<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Reports\Accountant\Archive;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportRepository;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;

/** A table for spreadsheets, written some rows at a time; formulas are no formulas in it. */
final readonly class TablePart implements Part
{
    private const STEP = 100;

    /**
     * @param Closure(): string $name in the present language, without its ending
     * @param Closure(): list<string> $head names of the columns
     * @param list<Closure(Export, int, list<int|string>|null): array{rows: iterable<list<string|Money>>, next: list<int|string>|null, sums?: array<string, array<string, int|string>>}> $sources one after the other
     */
    public function __construct(private ExportRepository $exports, private Closure $name, private Closure $head, private array $sources)
    {
    }

    public function write(Export $export, Archive $archive): Progress
    {
        if ($export->position === null) {
            $archive->open(($this->name)() . '.csv');
            $archive->go_on(CsvFile::MARK . CsvFile::line(($this->head)()));
        }
        $source = (int) ($export->position[0] ?? 0);
        $after = array_slice($export->position ?? [0], 1);
        $found = ($this->sources[$source])($export, self::STEP, $after === [] ? null : $after);
        $lines = '';
        foreach ($found['rows'] as $cells) {
            $lines .= CsvFile::line($cells);
        }
        $archive->go_on($lines);
        $next = match (true) {
            $found['next'] !== null => [$source, ...$found['next']],
            isset($this->sources[$source + 1]) => [$source + 1],
            default => null,
        };
        if ($next === null) {
            $first = ($export->open->piece ?? $export->pieces) + 1;
            $archive->close($this->exports->pieces($export->id, $first, $export->pieces));
        }

        return new Progress($next, 0, $found['sums'] ?? null);
    }
}
