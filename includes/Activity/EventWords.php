<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Clock\SiteDay;
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

    /** "March 31, 2026" */
    public function day(string $name = 'day'): string
    {
        return SiteDay::of($this->text($name));
    }

    /** "€1,176.91" from amount and currency; empty when either is missing */
    public function money(): string
    {
        $amount = $this->data['amount'] ?? null;

        return is_int($amount) ? (new MoneyFormat(determine_locale()))->named($amount, $this->text('currency')) : trim("{$this->text('amount')} {$this->text('currency')}");
    }
}
