<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Brick\Math\BigDecimal;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\DomainError;

/**
 * What of an invoice can still be credited, and what a part of it comes to. Pure; minor units.
 *
 * A credit note's tax is the tax of all that was credited up to here less the tax credited before, per tax: so all
 * credit notes of an invoice together come to exactly its own sums, in whatever order and parts.
 */
final readonly class Creditable
{
    /**
     * @param list<InvoiceLine> $lines the invoice's
     * @param array<string, CreditGroup> $groups the invoice's sums by tax
     * @param list<int> $shares what each line contributes to its tax' sum, less all discounts
     * @param array<string, CreditGroup> $credited the same sums, of all credit notes
     * @param array<int, array{BigDecimal, int}> $credited_lines quantity and amount, by position
     */
    private function __construct(
        private TaxMode $mode,
        private array $lines,
        private array $groups,
        private array $shares,
        private array $credited,
        private array $credited_lines,
    ) {
    }

    /**
     * @param InvoiceTotals $totals the invoice's, as they were stored
     * @param list<InvoiceLine> $lines the invoice's
     * @param list<CreditTotals> $before its credit notes
     */
    public static function of(InvoiceTotals $totals, TaxMode $mode, array $lines, array $before): self
    {
        $groups = [];
        foreach ($totals->taxes as $sum) {
            $groups[$sum->tax->key()] = new CreditGroup($sum->tax, $sum->base, $sum->amount);
        }
        $weights = array_fill_keys(array_keys($groups), []);
        $asked = $totals->asked();
        foreach ($lines as $position => $line) {
            $weights[isset($groups[$line->tax?->key() ?? '']) ? $line->tax?->key() ?? '' : ''][$position] = $asked[$position];
        }
        if (isset($weights['']) && ! isset($groups[''])) {
            $groups[''] = new CreditGroup(null, $totals->net - array_sum(array_map(static fn (CreditGroup $group): int => $group->base, $groups)), 0);
        }
        $shares = [];
        foreach ($groups as $key => $group) {
            $shares += LineShares::of(self::entered($group, $mode), $weights[$key] ?? []);
        }
        ksort($shares);
        $credited = array_map(static fn (CreditGroup $group): CreditGroup => new CreditGroup($group->tax, 0, 0), $groups);
        $credited_lines = [];
        foreach ($before as $note) {
            foreach ($note->groups as $group) {
                $credited[$group->key()] = $credited[$group->key()]->plus($group);
            }
            foreach ($note->lines as $line) {
                if ($line->position !== null) {
                    [$quantity, $amount] = $credited_lines[$line->position] ?? [BigDecimal::zero(), 0];
                    $credited_lines[$line->position] = [$quantity->plus($line->quantity ?? '0'), $amount + $line->amount];
                }
            }
        }

        return new self($mode, $lines, $groups, array_values($shares), $credited, $credited_lines);
    }

    /** What is left, with the tax in it. */
    public function left(): int
    {
        return array_sum(array_map(fn (string $key): int => $this->left_of($key)->total(), array_keys($this->groups)));
    }

    /** What is left of a line, a decimal string; "0" when all of it was credited. */
    public function quantity_left(int $position): string
    {
        $left = (string) BigDecimal::of($this->lines[$position]->quantity)->minus($this->credited_line($position)[0]);

        return str_contains($left, '.') ? rtrim(rtrim($left, '0'), '.') : $left;
    }

    /** @throws DomainError 400 naming the field, when it is more than what is left or nothing */
    public function credit(CreditExtent $extent): CreditTotals
    {
        $totals = match (true) {
            $extent->amount !== null => $this->amount($extent->amount),
            $extent->quantities !== null => $this->some_lines($extent->quantities),
            $extent->parts !== null => $this->parts($extent->parts),
            default => $this->rest(),
        };

        return $totals->total > 0 ? $totals : throw DomainError::invalid(__('The credit note’s total is zero. Choose what to credit.', 'counterfoil'), '/extent', 'nothing_to_credit');
    }

    /** @param array<int, string> $quantities by position */
    private function some_lines(array $quantities): CreditTotals
    {
        $lines = [];
        $sums = [];
        foreach ($quantities as $position => $quantity) {
            $lines[] = $line = $this->line($position, $quantity);
            $sums[$this->key_of($position)] = ($sums[$this->key_of($position)] ?? 0) + $line->amount;
        }
        $groups = [];
        foreach ($sums as $key => $sum) {
            if ($sum < 0) {
                throw DomainError::invalid(__('These lines already reduce the invoice, so a credit note can’t be made of them alone. Add the lines that they reduce.', 'counterfoil'), '/extent/lines', 'credit_below_zero');
            }
            if ($sum > self::entered($this->left_of($key), $this->mode)) {
                throw DomainError::invalid(__('This is more than can be credited at this tax rate. Lower the quantity or credit an amount.', 'counterfoil'), '/extent/lines', 'credit_too_large');
            }
            $groups[] = $this->mode === TaxMode::Inclusive ? $this->gross($key, $sum) : $this->net($key, $sum);
        }

        return new CreditTotals($lines, $groups);
    }

    /**
     * As much of each as is left of it: what was credited by hand before is not credited again.
     *
     * @param non-empty-list<CreditPart> $parts
     */
    private function parts(array $parts): CreditTotals
    {
        $lines = [];
        $sums = [];
        foreach ($parts as $part) {
            $line = $this->lines[$part->position] ?? throw DomainError::invalid(__('This line doesn’t exist on the invoice.', 'counterfoil'), '/extent/lines');
            $key = $this->key_of($part->position);
            $share = $this->shares[$part->position];
            $unused = $share - LineShares::part($share, BigDecimal::of($part->of - $part->count), BigDecimal::of($part->of));
            $left = min($share - $this->credited_line($part->position)[1], self::entered($this->left_of($key), $this->mode) - ($sums[$key] ?? 0));
            $amount = max(0, min($unused, $left));
            if ($amount > 0) {
                $lines[] = new CreditLine($part->position, $part->description, null, $amount, $this->groups[$key]->tax, $line->unit_code);
                $sums[$key] = ($sums[$key] ?? 0) + $amount;
            }
        }

        return new CreditTotals($lines, array_map(
            fn (string $key, int $sum): CreditGroup => $this->mode === TaxMode::Inclusive ? $this->gross($key, $sum) : $this->net($key, $sum),
            array_keys($sums),
            $sums
        ));
    }

    private function amount(int $amount): CreditTotals
    {
        if ($amount > $this->left()) {
            throw DomainError::invalid(__('This is more than can be credited on this invoice.', 'counterfoil'), '/extent/amount/amount', 'credit_too_large');
        }
        $shares = LineShares::of($amount, array_map(fn (string $key): int => $this->left_of($key)->total(), array_combine(array_keys($this->groups), array_keys($this->groups))));
        $groups = [];
        foreach ($shares as $key => $share) {
            if ($share !== 0) {
                $groups[] = $this->gross((string) $key, $share);
            }
        }

        return new CreditTotals(array_map($this->sum(...), $groups), $groups);
    }

    private function rest(): CreditTotals
    {
        $lines = [];
        $groups = [];
        foreach (array_keys($this->groups) as $key) {
            $left = $this->left_of($key);
            $of_group = [];
            foreach (array_keys($this->lines) as $position) {
                $quantity = $this->quantity_left($position);
                if ($this->key_of($position) === $key && $quantity !== '0') {
                    $of_group[$position] = $this->line($position, $quantity);
                }
            }
            if ($left->total() !== 0 || $left->base !== 0) {
                $groups[] = $left;
            }
            // Where amounts were credited the lines don't say any more what is left.
            $is_by_lines = array_sum(array_map(static fn (CreditLine $line): int => $line->amount, $of_group)) === self::entered($left, $this->mode);
            $lines += $is_by_lines ? $of_group : [count($this->lines) + count($lines) => $this->sum($left)];
        }
        ksort($lines);

        return new CreditTotals(array_values($lines), $groups);
    }

    private function line(int $position, string $quantity): CreditLine
    {
        $line = $this->lines[$position] ?? throw DomainError::invalid(__('This line doesn’t exist on the invoice.', 'counterfoil'), '/extent/lines');
        [$credited_quantity, $credited] = $this->credited_line($position);
        $up_to_here = $credited_quantity->plus($quantity);
        if ($up_to_here->isGreaterThan($line->quantity)) {
            throw DomainError::invalid(
                /* translators: %s: quantity */
                sprintf(__('You can credit up to %s of this line.', 'counterfoil'), $this->quantity_left($position)),
                '/extent/lines',
                'credit_too_large'
            );
        }

        return new CreditLine($position, $line->description, $quantity, LineShares::part($this->shares[$position], $up_to_here, BigDecimal::of($line->quantity)) - $credited, $this->groups[$this->key_of($position)]->tax, $line->unit_code);
    }

    /** A sum of one tax, as a line. */
    private function sum(CreditGroup $group): CreditLine
    {
        return new CreditLine(null, '', null, self::entered($group, $this->mode), $group->tax);
    }

    /** @param int $base without the tax */
    private function net(string $key, int $base): CreditGroup
    {
        [$all, $credited, $left] = [$this->groups[$key], $this->credited[$key], $this->left_of($key)];
        $tax = $base === $left->base ? $left->amount : self::between(0, self::tax_up_to($all->amount, $credited->base + $base, $all->base) - $credited->amount, $left->amount);

        return new CreditGroup($all->tax, $base, $tax);
    }

    /** @param int $sum with the tax in it */
    private function gross(string $key, int $sum): CreditGroup
    {
        [$all, $credited, $left] = [$this->groups[$key], $this->credited[$key], $this->left_of($key)];
        $tax = self::between(max(0, $sum - $left->base), self::tax_up_to($all->amount, $credited->total() + $sum, $all->total()) - $credited->amount, min($left->amount, $sum));

        return new CreditGroup($all->tax, $sum - $tax, $tax);
    }

    private static function tax_up_to(int $tax, int $part, int $whole): int
    {
        return $whole === 0 ? 0 : LineShares::part($tax, BigDecimal::of($part), BigDecimal::of($whole));
    }

    private static function between(int $least, int $value, int $most): int
    {
        return min($most, max($least, $value));
    }

    private function left_of(string $key): CreditGroup
    {
        return $this->groups[$key]->minus($this->credited[$key]);
    }

    private function key_of(int $position): string
    {
        $key = $this->lines[$position]->tax?->key() ?? '';

        return isset($this->groups[$key]) ? $key : '';
    }

    /** @return array{BigDecimal, int} quantity and amount */
    private function credited_line(int $position): array
    {
        return $this->credited_lines[$position] ?? [BigDecimal::zero(), 0];
    }

    /** What the lines of a tax come to as they were typed, without or with the tax in them. */
    private static function entered(CreditGroup $group, TaxMode $mode): int
    {
        return $mode === TaxMode::Inclusive ? $group->total() : $group->base;
    }
}
