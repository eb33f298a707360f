<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\ExchangeRates\ExchangeRate;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** The VAT of an invoice once more, in the currency it is declared in (BT-6, BT-111). */
final readonly class VatInOwnCurrency
{
    public function __construct(
        public Currency $currency,
        /** The rate is the last one published before this day */
        public string $before,
        /** Null while it is not known */
        public ?ExchangeRate $rate,
        public ?Money $tax,
    ) {
    }

    /** @return array{currency: string, rate: string|null, day: string|null, source: string|null, table: string, tax: array{amount: int, currency: string}|null} */
    public function to_wire(): array
    {
        return [
            'currency' => $this->currency->code,
            'rate' => $this->rate?->value,
            'day' => $this->rate?->day,
            'source' => $this->rate?->source,
            'table' => $this->rate->table ?? '',
            'tax' => $this->tax?->to_wire(),
        ];
    }
}
