<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/**
 * Gives the next number, in the transaction that issues the document: it is given back when that fails, so
 * a series has no gap. The statement that counts up holds the series until the transaction ends; the unique
 * keys of the documents would refuse a number given twice anyway.
 */
final readonly class NumberSeries
{
    public function __construct(private SeriesRepository $series)
    {
    }

    /**
     * Before the transaction: makes the series of a new year or month, so that issuing finds it and two that
     * issue at once never wait for each other's new row.
     *
     * @param string $day of issue, in the business's time zone
     */
    public function prepare(DocumentKind $kind, NumberFormat $format, string $day): void
    {
        $this->series->ensure($kind, $format->period($day));
    }

    /** @param string $day of issue, in the business's time zone */
    public function next(DocumentKind $kind, NumberFormat $format, string $day): GivenNumber
    {
        return $this->next_of_many($kind, $format, $day, 1)[0];
    }

    /**
     * @param string $day of issue, in the business's time zone
     * @param int $count one or more
     * @return non-empty-list<GivenNumber> one after the other
     */
    public function next_of_many(DocumentKind $kind, NumberFormat $format, string $day, int $count): array
    {
        $period = $format->period($day);
        $first = $this->series->count_up($kind, $period, $count);
        if ($first === null) {
            $this->series->create($kind, $period);
            $first = (int) $this->series->count_up($kind, $period, $count);
        }

        return array_map(static fn (int $sequence): GivenNumber => new GivenNumber($kind, $period, $sequence, $format->text($sequence, $day)), range($first, $first + $count - 1));
    }
}
