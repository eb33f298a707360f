<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

use Counterfoil\Shared\DomainError;
use InvalidArgumentException;

/**
 * An amount: an integer of the currency's minor unit. Never a float, never two currencies in one sum.
 */
final readonly class Money
{
    /** Largest amount that can be entered or billed, 10^12 minor units: what comes in is held to it by the contract and by InvoiceTotals. */
    public const MAX = 1_000_000_000_000;

    /** Largest sum of many such: what JavaScript's numbers and a double hold exactly. */
    public const MAX_SUM = 9_007_199_254_740_991;

    public function __construct(public int $amount, public Currency $currency)
    {
        if (abs($amount) > self::MAX_SUM) {
            throw DomainError::invalid(__('This amount is too large.', 'counterfoil'), '', 'amount_too_large');
        }
    }

    public static function of(int $amount, string $currency): self
    {
        return new self($amount, Currency::of($currency));
    }

    public static function zero(Currency $currency): self
    {
        return new self(0, $currency);
    }

    /** @param array{amount: int, currency: string} $wire */
    public static function from_wire(array $wire): self
    {
        return self::of($wire['amount'], $wire['currency']);
    }

    /** @return array{amount: int, currency: string} */
    public function to_wire(): array
    {
        return ['amount' => $this->amount, 'currency' => $this->currency->code];
    }

    /** "1176.91" of 117691 EUR: by digits, so that nothing is ever rounded. */
    public function to_decimal(): string
    {
        $decimals = $this->currency->decimals;
        $digits = str_pad((string) abs($this->amount), $decimals + 1, '0', STR_PAD_LEFT);
        $whole = substr($digits, 0, strlen($digits) - $decimals);

        return ($this->amount < 0 ? '-' : '') . $whole . ($decimals > 0 ? '.' . substr($digits, -$decimals) : '');
    }

    public function plus(self $other): self
    {
        return new self($this->amount + $this->same($other)->amount, $this->currency);
    }

    public function minus(self $other): self
    {
        return new self($this->amount - $this->same($other)->amount, $this->currency);
    }

    /** This amount, or nothing when it is below nothing. */
    public function at_least_zero(): self
    {
        return $this->amount < 0 ? self::zero($this->currency) : $this;
    }

    public function is_zero(): bool
    {
        return $this->amount === 0;
    }

    public function is_more_than(self $other): bool
    {
        return $this->amount > $this->same($other)->amount;
    }

    public function equals(self $other): bool
    {
        return $this->amount === $other->amount && $this->currency->equals($other->currency);
    }

    private function same(self $other): self
    {
        if (! $this->currency->equals($other->currency)) {
            throw new InvalidArgumentException("{$this->currency->code} and {$other->currency->code} can't be added.");
        }

        return $other;
    }
}
