<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** Which bills together are exactly an amount. */
final readonly class SumOfBills
{
    /** Of more than so many all combinations would be too many to try. */
    private const MOST = 10;

    /**
     * All of them, the longest due ones of them, or the only combination there is.
     *
     * @param array<int, int> $dues minor units by id, the longest due first
     * @return list<int>|null ids; null when there is none, or more than one
     */
    public static function find(array $dues, int $amount): ?array
    {
        $ids = array_keys($dues);
        $sum = 0;
        foreach (array_values($dues) as $index => $due) {
            $sum += $due;
            if ($sum === $amount) {
                return array_slice($ids, 0, $index + 1);
            }
        }
        if ($sum < $amount) {
            return null;
        }
        $ids = array_slice($ids, 0, self::MOST);
        $sums = [0];
        foreach ($ids as $index => $id) {
            foreach ($sums as $chosen => $sum) {
                $sums[$chosen | 1 << $index] = $sum + $dues[$id];
            }
        }
        $found = array_keys($sums, $amount, true);

        return count($found) === 1 ? array_values(array_filter($ids, static fn (int $index): bool => ($found[0] >> $index & 1) === 1, ARRAY_FILTER_USE_KEY)) : null;
    }
}
