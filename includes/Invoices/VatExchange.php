<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\ExchangeRates\ExchangeRate;
use Counterfoil\ExchangeRates\Rates;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\VatId;

/**
 * VAT in the currency it is declared in, of an invoice in another one (directive 2006/112/EC, art. 230; Poland: VAT act,
 * art. 31a and 106e(11)): at the rate of the last working day before the supply, or before the issue where that is earlier.
 */
final readonly class VatExchange
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): string $today in the business's time zone
     */
    public function __construct(private Rates $rates, private Closure $business, private Closure $today)
    {
    }

    /** Null where there is nothing to state: no tax, or the same currency. */
    public function of(InvoiceTerms $terms, InvoiceTotals $totals): ?VatInOwnCurrency
    {
        $business = ($this->business)();
        $to = $business->tax_currency();
        $is_bound = VatId::is_in_union($business->address->country) || $business->legal->tax_currency !== '';
        if ($totals->tax === 0 || ! $is_bound || $to->equals($totals->currency)) {
            return null;
        }
        $today = ($this->today)();
        $before = min($terms->supply->last_day() ?? $today, $today);
        $rate = $terms->exchange_rate !== ''
            ? new ExchangeRate($totals->currency->code, $to->code, $terms->exchange_rate, $before, ExchangeRate::TYPED)
            : $this->rates->find($totals->currency->code, $to->code, $before);

        return new VatInOwnCurrency($to, $before, $rate, $rate === null ? null : self::sum($totals, $rate));
    }

    /** The same with the last rate that is known where that of the day is not; null where none ever was. */
    public function of_known(InvoiceTerms $terms, InvoiceTotals $totals): ?VatInOwnCurrency
    {
        $vat = $this->of($terms, $totals);
        if ($vat === null || $vat->rate !== null) {
            return $vat;
        }
        $rate = $this->rates->latest($totals->currency->code, $vat->currency->code, $vat->before);

        return new VatInOwnCurrency($vat->currency, $vat->before, $rate, $rate === null ? null : self::sum($totals, $rate));
    }

    /** Has the rate for today ready before it is needed. */
    public function want_today(string $currency): void
    {
        $to = ($this->business)()->tax_currency()->code;
        if ($to !== $currency) {
            $this->rates->want($currency, $to, ($this->today)());
        }
    }

    /** Lets the worker ask for what is not known. */
    public function want(?VatInOwnCurrency $vat, InvoiceTotals $totals): void
    {
        if ($vat !== null && $vat->rate === null) {
            $this->rates->want($totals->currency->code, $vat->currency->code, $vat->before);
        }
    }

    /** Each tax is converted by itself: their sum is what is stated. */
    private static function sum(InvoiceTotals $totals, ExchangeRate $rate): Money
    {
        $amounts = array_map(static fn (TaxSum $sum): Money => $rate->convert(new Money($sum->amount, $totals->currency)), $totals->taxes);

        return new Money(array_sum(array_map(static fn (Money $money): int => $money->amount, $amounts)), $amounts[0]->currency);
    }
}
