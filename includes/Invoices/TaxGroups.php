<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Brick\Math\BigDecimal;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** The lines of an invoice by what taxes them: those of one category and rate are one sum (EN 16931, BG-23). Pure; minor units. */
final readonly class TaxGroups
{
    /**
     * @param list<InvoiceLine> $lines
     * @param list<int> $amounts each line's, in their order
     * @param array<string, int> $sums by Tax::key(), '' for lines without one; in the order in which they first stand on a line
     * @param array<string, Tax> $taxes
     */
    private function __construct(private array $lines, private array $amounts, public array $sums, public array $taxes)
    {
    }

    /**
     * @param list<InvoiceLine> $lines
     * @param list<int> $amounts each line's, in their order
     */
    public static function of(array $lines, array $amounts): self
    {
        $sums = [];
        $taxes = [];
        foreach ($lines as $i => $line) {
            $key = self::key($line);
            $sums[$key] = ($sums[$key] ?? 0) + $amounts[$i];
            if ($line->tax !== null) {
                $taxes[$key] ??= $line->tax;
            }
        }

        return new self($lines, $amounts, $sums, $taxes);
    }

    /**
     * No invoice asks for less than nothing of a tax: that is a credit note.
     *
     * @throws DomainError 400 at the last line of that tax that credits something
     */
    public function refuse_below_zero(Currency $currency): void
    {
        foreach ($this->sums as $key => $sum) {
            if ($sum >= 0) {
                continue;
            }
            $i = (int) array_key_last(array_filter($this->lines, fn (InvoiceLine $line, int $i): bool => self::key($line) === $key && $this->amounts[$i] < 0, ARRAY_FILTER_USE_BOTH));
            $tax = $this->lines[$i]->tax;
            $numbers = new MoneyFormat(determine_locale());
            throw DomainError::invalid(sprintf(
                $tax === null
                    /* translators: 1: number of a line, 2: amount of money below zero */
                    ? __('Line %1$d credits too much: the lines without a tax add up to %2$s. Lower the credit, or credit an earlier invoice instead.', 'counterfoil')
                    /* translators: 1: number of a line, 2: amount of money below zero, 3: name of a tax, 4: its rate in percent */
                    : __('Line %1$d credits too much: the lines with %3$s %4$s%% add up to %2$s. Lower the credit, or credit an earlier invoice instead.', 'counterfoil'),
                $i + 1,
                $numbers->money(new Money($sum, $currency)),
                $tax->name ?? '',
                $tax === null ? '' : $numbers->decimal($tax->rate)
            ), "/lines/{$i}/unit_price", 'below_zero');
        }
    }

    /** Those of which something can be taken off. */
    public function above_zero(): self
    {
        $sums = array_filter($this->sums, static fn (int $sum): bool => $sum > 0);

        return new self($this->lines, $this->amounts, $sums, array_intersect_key($this->taxes, $sums));
    }

    /**
     * Shares that add up to the discount exactly: rounded down, what is left goes a unit each to the
     * largest remainders, of equal ones to the first.
     *
     * @return array<string, int> by Tax::key()
     */
    public function shares(int $discount): array
    {
        $sum = array_sum($this->sums);
        $shares = array_map(static fn (): int => 0, $this->sums);
        if ($discount === 0 || $sum === 0) {
            return $shares;
        }
        $remainders = [];
        foreach ($this->sums as $key => $group) {
            [$share, $remainder] = BigDecimal::of($discount)->multipliedBy($group)->quotientAndRemainder($sum);
            $shares[$key] = $share->toInt();
            $remainders[$key] = $remainder->toInt();
        }
        // A stable sort: equal remainders stay in the order of the lines.
        arsort($remainders);
        foreach (array_slice(array_keys($remainders), 0, $discount - array_sum($shares)) as $key) {
            ++$shares[$key];
        }

        return $shares;
    }

    public static function key(InvoiceLine $line): string
    {
        return $line->tax?->key() ?? '';
    }
}
