<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

/** Sums of several currencies, which are never added. */
final readonly class Sums
{
    /**
     * @param array<array-key, int> $by_currency by ISO 4217, minor units
     * @param string $first ISO 4217 of the business's own currency; the others follow by their codes
     * @return list<array{amount: int, currency: string}>
     */
    public static function to_wire(array $by_currency, string $first): array
    {
        uksort($by_currency, static fn (int|string $one, int|string $other): int => [$one !== $first, $one] <=> [$other !== $first, $other]);

        return array_map(
            // Of more than nine thousand invoices over the largest amount each it is shown up to there.
            static fn (int|string $currency, int $amount): array => ['amount' => max(-Money::MAX_SUM, min(Money::MAX_SUM, $amount)), 'currency' => (string) $currency],
            array_keys($by_currency),
            array_values($by_currency)
        );
    }
}
