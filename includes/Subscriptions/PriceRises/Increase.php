<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** By how much prices go up: a percentage, or an amount in each currency that is raised. */
final readonly class Increase
{
    /** @param array<string, int> $amounts minor units by currency; empty for a percentage */
    private function __construct(
        /** A decimal string, "7.5"; null for amounts */
        public ?string $percent,
        public array $amounts,
    ) {
    }

    /**
     * @param array<string, mixed> $value the contract's priceRiseValue
     * @throws DomainError 400 naming each field
     */
    public static function from_wire(array $value): self
    {
        if ($value['type'] === 'percent') {
            return BigDecimal::of($value['percent'])->isZero()
                ? throw DomainError::invalid(__('Enter a percentage greater than zero.', 'counterfoil'), '/value/percent')
                : new self($value['percent'], []);
        }
        $amounts = [];
        $wrong = [];
        foreach ($value['amounts'] as $i => ['amount' => $amount, 'currency' => $code]) {
            $problem = match (true) {
                ! in_array($code, Currency::codes(), true) => ['currency', __('This currency isn’t supported. Choose one from the list.', 'counterfoil')],
                isset($amounts[$code]) => ['currency', __('There is already an amount in this currency. Choose another one.', 'counterfoil')],
                $amount < 1 => ['amount', __('Enter an amount greater than zero.', 'counterfoil')],
                default => null,
            };
            if ($problem !== null) {
                $wrong["/value/amounts/{$i}/{$problem[0]}"] = $problem[1];
            }
            $amounts[$code] = $amount;
        }
        ksort($amounts);

        return $wrong === [] ? new self(null, $amounts) : throw DomainError::invalid_fields($wrong);
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self($row['percent'], array_map(intval(...), json_decode((string) $row['amounts'], true, 2, JSON_THROW_ON_ERROR)));
    }

    /** @return array{percent: string|null, amounts: string} */
    public function to_row(): array
    {
        return ['percent' => $this->percent, 'amounts' => json_encode((object) $this->amounts, JSON_THROW_ON_ERROR)];
    }

    public function has_currency(Currency $currency): bool
    {
        return $this->percent !== null || isset($this->amounts[$currency->code]);
    }

    /**
     * Nothing that is free, or taken off, is raised.
     *
     * @param int $price minor units
     * @return int minor units
     */
    public function of(int $price, Currency $currency): int
    {
        if ($price <= 0) {
            return $price;
        }

        return $this->percent === null
            ? $price + ($this->amounts[$currency->code] ?? 0)
            : BigDecimal::of($this->percent)->dividedBy(100, 6, RoundingMode::HALF_UP)->plus(1)->multipliedBy($price)->toScale(0, RoundingMode::HALF_UP)->toInt();
    }

    /** "7.5%", "€5.00 · PLN 20.00" */
    public function words(): string
    {
        $numbers = new MoneyFormat(determine_locale());

        return $this->percent === null
            ? implode(' · ', array_map(static fn (string $code, int $amount): string => $numbers->money(Money::of($amount, $code)), array_keys($this->amounts), $this->amounts))
            : $numbers->decimal($this->percent) . '%';
    }
}
