<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;

/**
 * Spreads a sum so that the parts add up to it exactly: each part is what the sum is up to here less what it was before.
 * Pure; minor units.
 */
final readonly class LineShares
{
    /**
     * @template K of array-key
     * @param array<K, int> $weights
     * @return array<K, int> no part is more than its weight when the sum is not more than all of them, and no weight is below zero
     */
    public static function of(int $sum, array $weights): array
    {
        $all = array_sum($weights);
        if ($sum === $all) {
            // Also of lines that cancel each other out, where a part of the whole would be a part of nothing.
            return $weights;
        }
        [$weight, $given, $shares] = [0, 0, []];
        foreach ($weights as $key => $one) {
            $weight += $one;
            $up_to_here = $all === 0 ? 0 : self::part($sum, BigDecimal::of($weight), BigDecimal::of($all));
            $shares[$key] = $up_to_here - $given;
            $given = $up_to_here;
        }

        return $shares;
    }

    /** That part of a whole of a sum, half away from zero. */
    public static function part(int $sum, BigDecimal $part, BigDecimal $whole): int
    {
        return BigDecimal::of($sum)->multipliedBy($part)->dividedBy($whole, 0, RoundingMode::HALF_UP)->toInt();
    }
}
