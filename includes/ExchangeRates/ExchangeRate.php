<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** What one unit of a currency is worth in another, who says so, and of which day that is. */
final readonly class ExchangeRate
{
    public const TYPED = 'manual';

    public function __construct(
        /** ISO 4217 */
        public string $from,
        public string $to,
        /** A decimal string, "4.253" */
        public string $value,
        /** "2026-11-25" */
        public string $day,
        /** "nbp", "ecb", or TYPED */
        public string $source,
        /** Number of the table it was in; may be empty */
        public string $table = '',
    ) {
    }

    /** Rounded half up to the minor unit of the other currency. */
    public function convert(Money $money): Money
    {
        $to = Currency::of($this->to);
        $amount = BigDecimal::of($money->amount)
            ->withPointMovedLeft($money->currency->decimals)
            ->multipliedBy($this->value)
            ->withPointMovedRight($to->decimals)
            ->toScale(0, RoundingMode::HALF_UP);

        return new Money($amount->toInt(), $to);
    }
}
