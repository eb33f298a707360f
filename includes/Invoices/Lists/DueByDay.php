<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

/** What is still to be paid, by the day on which it is due: how many invoices, and minor units of each currency. */
final readonly class DueByDay
{
    /** @param list<array{currency: string, day: string, count: int, due: int}> $days */
    public function __construct(private array $days)
    {
    }

    /**
     * @param string|null $from first day, "2026-03-31"; null for the first there is
     * @param string|null $to last day, null for the last there is
     * @return array{count: int, sums: array<string, int>}
     */
    public function between(?string $from, ?string $to): array
    {
        $count = 0;
        $sums = [];
        foreach ($this->days as ['currency' => $currency, 'day' => $day, 'count' => $how_many, 'due' => $due]) {
            if (($from === null || $day >= $from) && ($to === null || $day <= $to)) {
                $count += $how_many;
                $sums[$currency] = ($sums[$currency] ?? 0) + $due;
            }
        }

        return ['count' => $count, 'sums' => array_filter($sums)];
    }
}
