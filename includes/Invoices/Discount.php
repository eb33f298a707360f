<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;

/** Off a line, or off the whole invoice: a percentage, or an amount of the invoice's currency. */
final readonly class Discount
{
    private function __construct(
        /** "12.5", null when it is an amount */
        public ?string $percent,
        /** Minor units, null when it is a percentage */
        public ?int $amount,
    ) {
    }

    public static function percent(string $percent): self
    {
        return new self($percent, null);
    }

    public static function amount(int $amount): self
    {
        return new self(null, $amount);
    }

    /** So much of a sum, once rounded half away from zero; minor units. */
    public function percent_of(int $sum): int
    {
        return BigDecimal::of($sum)->multipliedBy($this->percent ?? '0')->multipliedBy('0.01')->toScale(0, RoundingMode::HALF_UP)->toInt();
    }

    /** @param array{type: string, percent?: string, amount?: int}|null $wire */
    public static function from_wire(?array $wire): ?self
    {
        return match ($wire['type'] ?? null) {
            'percent' => new self((string) ($wire['percent'] ?? '0'), null),
            'amount' => new self(null, (int) ($wire['amount'] ?? 0)),
            default => null,
        };
    }

    public static function from_row(?string $json): ?self
    {
        /** @var array{type: string, percent?: string, amount?: int}|null $wire */
        $wire = $json === null ? null : json_decode($json, true, 4, JSON_THROW_ON_ERROR);

        return self::from_wire($wire);
    }

    /** @return array{type: 'percent', percent: string}|array{type: 'amount', amount: int} */
    public function to_wire(): array
    {
        return $this->percent !== null
            ? ['type' => 'percent', 'percent' => $this->percent]
            : ['type' => 'amount', 'amount' => (int) $this->amount];
    }

    public function to_row(): string
    {
        return (string) json_encode($this->to_wire());
    }
}
