<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Brick\Math\BigDecimal;
use Brick\Math\Exception\MathException;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use LogicException;

/** An amount as somebody types it into a search: "1,200.50", "1200,5", "1 200", "€99". */
final readonly class TypedAmount
{
    private const KINDS = [0, 2, 3];

    /**
     * A lone separator may part thousands or be the decimal point ("1,200"): both are looked for.
     *
     * @return list<array{decimals: int, amount: int}> minor units, for currencies with so many decimals
     */
    public static function candidates(string $typed): array
    {
        $bare = (string) preg_replace('/^\p{L}{1,3}\.?(?=[\s\d])|(?<=[\s\d])\p{L}{1,3}\.?$|\p{Sc}/u', '', trim($typed));
        $digits = (string) preg_replace('/[\s\x{00A0}\x{202F}\'’]/u', '', $bare);
        if (preg_match('/^\d[\d.,]*$/', $digits) !== 1) {
            return [];
        }
        $found = [];
        foreach (self::readings($digits) as $reading) {
            foreach (self::KINDS as $decimals) {
                try {
                    $amount = BigDecimal::of($reading)->withPointMovedRight($decimals)->toBigInteger();
                } catch (MathException) {
                    continue;
                }
                if ($amount->isLessThanOrEqualTo(Money::MAX)) {
                    $found["{$decimals}:{$amount}"] = ['decimals' => $decimals, 'amount' => $amount->toInt()];
                }
            }
        }

        return array_values($found);
    }

    /** @return non-empty-list<string> codes of all currencies with so many decimals: 0, 2 or 3 */
    public static function currencies(int $decimals): array
    {
        $codes = array_values(array_filter(Currency::codes(), static fn (string $code): bool => Currency::of($code)->decimals === $decimals));

        return $codes !== [] ? $codes : throw new LogicException("No currency has {$decimals} decimals.");
    }

    /** @return list<string> decimal strings */
    private static function readings(string $digits): array
    {
        $point = max((int) strrpos($digits, '.'), (int) strrpos($digits, ','));
        $whole = (string) preg_replace('/[.,]/', '', $digits);
        if ($point === 0) {
            return [$whole];
        }
        $decimal = preg_replace('/[.,]/', '', substr($digits, 0, $point)) . '.' . substr($digits, $point + 1);
        $readings = str_ends_with($decimal, '.') ? [] : [$decimal];
        $separators = array_count_values(str_split((string) preg_replace('/\d/', '', $digits)));
        $may_part_thousands = count($separators) === 1 && preg_match('/^\d{1,3}([.,]\d{3})+$/', $digits) === 1;

        return $may_part_thousands ? [...(array_sum($separators) === 1 ? $readings : []), $whole] : $readings;
    }
}
