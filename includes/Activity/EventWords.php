<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** What was recorded with an event, as words of its sentence. What is missing is empty. */
final readonly class EventWords
{
    /** @param array<string, mixed> $data */
    public function __construct(private array $data)
    {
    }

    public function text(string $name): string
    {
        $value = $this->data[$name] ?? '';

        return is_scalar($value) ? (string) $value : '';
    }

    /** Of a person or a thing; people without a name by their address. */
    public function name(): string
    {
        return $this->text('name') !== '' ? $this->text('name') : $this->text('email');
    }

    /** "€1,176.91" from amount and currency; empty when either is missing */
    public function money(): string
    {
        $currency = $this->text('currency');
        $amount = $this->data['amount'] ?? null;
        if (! is_int($amount) || ! in_array($currency, Currency::codes(), true)) {
            return trim("{$this->text('amount')} {$currency}");
        }

        return (new MoneyFormat(determine_locale()))->money(Money::of($amount, $currency));
    }
}
