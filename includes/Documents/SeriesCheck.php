<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** Looks for gaps: numbers below the next one that no document has and nobody left out on purpose. */
final readonly class SeriesCheck
{
    public function __construct(private SeriesRepository $series, private UsedNumbers $used)
    {
    }

    /** @return list<SeriesReport> of every series, of every kind */
    public function all(): array
    {
        $reports = [];
        foreach (DocumentKind::cases() as $kind) {
            $periods = array_unique([...$this->series->periods($kind), ...$this->used->periods($kind)]);
            sort($periods, SORT_STRING);
            foreach ($periods as $period) {
                $reports[] = $this->of($kind, $period);
            }
        }

        return $reports;
    }

    public function of(DocumentKind $kind, string $period): SeriesReport
    {
        $next = $this->series->next_number($kind, $period);
        // In this order: a number that is given between the two must not stand for one that is missing.
        $tally = $this->used->tally($kind, $period);
        $highest = $this->used->highest($kind, $period);
        // As many documents as numbers up to the last one, each once: no gap is looked for, which takes long in a series of a million.
        $missing = $tally->count === $highest ? [] : $this->used->missing($kind, $period);
        if ($next - 1 > $highest) {
            $missing[] = ['first' => $highest + 1, 'last' => $next - 1];
        }

        $skipped = $this->series->skipped($kind, $period);

        return new SeriesReport($kind, $period, $next, $highest, self::without($missing, $skipped), $skipped, $tally);
    }

    /**
     * @param list<array{first: int, last: int}> $missing
     * @param list<array{first: int, last: int}> $skipped
     * @return list<array{first: int, last: int}>
     */
    private static function without(array $missing, array $skipped): array
    {
        foreach ($skipped as $skip) {
            $left = [];
            foreach ($missing as $range) {
                if ($skip['last'] < $range['first'] || $skip['first'] > $range['last']) {
                    $left[] = $range;
                    continue;
                }
                if ($range['first'] < $skip['first']) {
                    $left[] = ['first' => $range['first'], 'last' => $skip['first'] - 1];
                }
                if ($range['last'] > $skip['last']) {
                    $left[] = ['first' => $skip['last'] + 1, 'last' => $range['last']];
                }
            }
            $missing = $left;
        }

        return $missing;
    }
}
