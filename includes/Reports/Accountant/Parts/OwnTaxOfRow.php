<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\ExchangeRates\ExchangeRate;
use Counterfoil\Shared\Money\Money;

/** A tax in the currency it is declared in; null where that is not known, or not asked for. */
final readonly class OwnTaxOfRow
{
    public function __construct(public ?Money $tax, private ?ExchangeRate $exchange = null)
    {
    }

    /** Its code; empty for none */
    public function currency(): string
    {
        return $this->tax?->currency->code ?? '';
    }

    /** @return array{string, string, string} the rate, of which day, and who says so; empty where nothing was converted */
    public function rate(): array
    {
        return $this->exchange === null ? ['', '', ''] : [
            $this->exchange->value,
            $this->exchange->day,
            $this->exchange->source === ExchangeRate::TYPED ? __('Entered by hand', 'counterfoil') : trim(strtoupper($this->exchange->source) . ' ' . $this->exchange->table),
        ];
    }
}
