<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\ExchangeRates\ExchangeRate;
use Counterfoil\Shared\Money\Money;

/** Tax in the currency it is declared in, at the rate that was frozen when the document was issued. */
final readonly class OwnTax
{
    /** @param Closure(): Business $business */
    public function __construct(private Closure $business)
    {
    }

    /** @param array<string, mixed>|null $exchange as it was copied into the document (VatInOwnCurrency) */
    public function of(Money $tax, ?array $exchange): OwnTaxOfRow
    {
        if (isset($exchange['rate'])) {
            $rate = new ExchangeRate($tax->currency->code, (string) $exchange['currency'], (string) $exchange['rate'], (string) $exchange['day'], (string) $exchange['source'], (string) ($exchange['table'] ?? ''));

            return new OwnTaxOfRow($rate->convert($tax), $rate);
        }

        return new OwnTaxOfRow($exchange === null && ($this->business)()->tax_currency()->equals($tax->currency) ? $tax : null);
    }
}
