<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/**
 * What an invoice adds up to. Pure; all amounts are minor units.
 *
 * A line is rounded once, a tax once on the sum of its lines (EN 16931, BR-CO-17), half away from
 * zero. With the tax in the prices the sum is what was typed, and the tax is taken out of it.
 * A line may credit something (a price below zero), as long as no tax' sum is below zero by it.
 */
final readonly class InvoiceTotals
{
    /**
     * @param list<int> $amounts each line's, in their order
     * @param int $subtotal lines before any discount
     * @param int $discount taken off by lines, coupon and whole
     * @param list<TaxSum> $taxes in the order in which they first stand on a line
     * @param list<int> $coupon_shares what of each line the coupon takes off
     */
    public function __construct(
        public Currency $currency,
        public array $amounts,
        public int $subtotal,
        public int $discount,
        public int $net,
        public array $taxes,
        public int $tax,
        public int $total,
        public array $coupon_shares,
    ) {
    }

    /**
     * @param list<InvoiceLine> $lines
     * @throws DomainError 400 naming the field ("/lines/2/discount/amount")
     */
    public static function of(array $lines, ?Discount $discount, TaxMode $mode, Currency $currency, ?AppliedCoupon $coupon = null): self
    {
        [$amounts, $subtotal] = self::lines($lines, $currency);
        $coupon_shares = CouponShares::of($coupon, $lines, $amounts);
        $asked = self::less($amounts, $coupon_shares);
        $sum = array_sum($asked);
        $groups = TaxGroups::of($lines, $asked);
        $groups->refuse_below_zero($currency);
        $whole = self::whole_discount($discount, $sum, $currency);
        $shares = $groups->shares($whole);
        $taxes = [];
        $tax = 0;
        foreach ($groups->taxes as $key => $of) {
            $taxes[] = $one = self::tax_of($of, $groups->sums[$key] - $shares[$key], $mode);
            $tax += $one->amount;
        }
        $net = $mode === TaxMode::Inclusive ? $sum - $whole - $tax : $sum - $whole;
        self::within_bounds($net + $tax, $amounts, $currency);

        return new self($currency, $amounts, $subtotal, $subtotal - $sum + $whole, $net, $taxes, $tax, $net + $tax, $coupon_shares);
    }

    /**
     * As they were stored; nothing is computed anew.
     *
     * @param list<InvoiceLine> $lines
     */
    public static function stored(Invoice $invoice, array $lines): self
    {
        return new self(
            $invoice->currency,
            array_map(static fn (InvoiceLine $line): int => (int) $line->amount, $lines),
            $invoice->subtotal,
            $invoice->discounted,
            $invoice->net,
            $invoice->taxes,
            $invoice->tax,
            $invoice->total,
            array_map(static fn (InvoiceLine $line): int => $line->coupon_share, $lines),
        );
    }

    /** What the coupon takes off. */
    public function coupon(): int
    {
        return array_sum($this->coupon_shares);
    }

    /** @return list<int> what each line asks for, less its own discount and the coupon's */
    public function asked(): array
    {
        return self::less($this->amounts, $this->coupon_shares);
    }

    /**
     * @param list<int> $amounts
     * @param list<int> $shares
     * @return list<int>
     */
    private static function less(array $amounts, array $shares): array
    {
        return array_map(static fn (int $amount, int $share): int => $amount - $share, $amounts, $shares);
    }

    /**
     * @param list<InvoiceLine> $lines
     * @return array{list<int>, int} each line's amount, and their sum before discounts
     */
    private static function lines(array $lines, Currency $currency): array
    {
        $amounts = [];
        $subtotal = 0;
        foreach ($lines as $i => $line) {
            $gross = BigDecimal::of($line->quantity)->multipliedBy($line->unit_price);
            $typed = self::bounded($gross, "/lines/{$i}/unit_price", $currency);
            $discount = $line->discount;
            if ($discount !== null && $line->unit_price < 0) {
                throw DomainError::invalid(__('A line that credits an amount can’t have a discount. Remove the discount and enter what you credit as the price.', 'counterfoil'), "/lines/{$i}/discount");
            }
            if ($discount?->amount !== null && $gross->isLessThan($discount->amount)) {
                /* translators: %s: amount of money */
                throw DomainError::invalid(sprintf(__('The discount can’t be more than the line amount, %s.', 'counterfoil'), self::in_words($typed, $currency)), "/lines/{$i}/discount/amount");
            }
            $amounts[] = match (true) {
                $discount === null => $typed,
                $discount->amount !== null => self::rounded($gross->minus($discount->amount)),
                default => self::rounded($gross->multipliedBy(BigDecimal::of(100)->minus((string) $discount->percent))->multipliedBy('0.01')),
            };
            $subtotal += $typed;
            if ($subtotal > Money::MAX) {
                throw self::too_large("/lines/{$i}/unit_price", $currency);
            }
        }

        return [$amounts, $subtotal];
    }

    private static function whole_discount(?Discount $discount, int $sum, Currency $currency): int
    {
        if ($discount === null) {
            return 0;
        }
        if ($discount->amount === null) {
            return $discount->percent_of($sum);
        }
        if ($discount->amount > $sum) {
            /* translators: %s: amount of money */
            throw DomainError::invalid(sprintf(__('The discount can’t be more than the invoice total, %s.', 'counterfoil'), self::in_words($sum, $currency)), '/discount/amount');
        }

        return $discount->amount;
    }

    private static function tax_of(Tax $tax, int $sum, TaxMode $mode): TaxSum
    {
        $times_rate = BigDecimal::of($sum)->multipliedBy($tax->rate);
        if ($mode === TaxMode::Exclusive) {
            return new TaxSum($tax, $sum, self::rounded($times_rate->multipliedBy('0.01')));
        }
        $amount = $times_rate->dividedBy(BigDecimal::of(100)->plus($tax->rate), 0, RoundingMode::HALF_UP)->toInt();

        return new TaxSum($tax, $sum - $amount, $amount);
    }

    /** @param list<int> $amounts */
    private static function within_bounds(int $total, array $amounts, Currency $currency): void
    {
        if ($amounts !== [] && $total > Money::MAX) {
            $largest = array_search(max($amounts), $amounts, true);
            throw self::too_large("/lines/{$largest}/unit_price", $currency);
        }
    }

    private static function bounded(BigDecimal $amount, string $pointer, Currency $currency): int
    {
        return $amount->abs()->isGreaterThan(Money::MAX) ? throw self::too_large($pointer, $currency) : self::rounded($amount);
    }

    private static function too_large(string $pointer, Currency $currency): DomainError
    {
        return DomainError::invalid(
            /* translators: %s: amount of money */
            sprintf(__('An invoice can’t be more than %s. Lower the quantity or the price.', 'counterfoil'), self::in_words(Money::MAX, $currency)),
            $pointer,
            'amount_too_large'
        );
    }

    private static function in_words(int $amount, Currency $currency): string
    {
        return (new MoneyFormat(determine_locale()))->money(new Money($amount, $currency));
    }

    /** Half away from zero. */
    private static function rounded(BigDecimal $amount): int
    {
        return $amount->toScale(0, RoundingMode::HALF_UP)->toInt();
    }
}
