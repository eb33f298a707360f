<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Portal;

use Counterfoil\Portals\Location;
use Counterfoil\Reports\Period;
use Counterfoil\Reports\PeriodName;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;

/** What the form of the portal's statement chose. What makes no sense is answered with this month and a sentence. */
final readonly class ChosenPeriod
{
    private function __construct(public Period $period, public ?string $currency, public string $error, private string $from, private string $to)
    {
    }

    public static function from_location(Location $location, string $today): self
    {
        $chosen = $location->filters;
        $name = PeriodName::tryFrom($chosen['period'] ?? '') ?? PeriodName::ThisMonth;
        [$from, $to] = [$chosen['from'] ?? '', $chosen['to'] ?? ''];
        $currency = in_array($chosen['currency'] ?? '', Currency::codes(), true) ? $chosen['currency'] : null;
        try {
            return new self(Period::of($name, $today, $from, $to), $currency, '', $from, $to);
        } catch (DomainError $error) {
            return new self(Period::of(PeriodName::ThisMonth, $today), $currency, $error->getMessage(), $from, $to);
        }
    }

    public function name(): PeriodName
    {
        return $this->error === '' ? $this->period->name : PeriodName::Custom;
    }

    /** What the field for the first day shows: what was typed, else the first day of what is shown. */
    public function from(): string
    {
        return $this->error !== '' && $this->from !== '' ? $this->from : $this->period->from;
    }

    public function to(): string
    {
        return $this->error !== '' && $this->to !== '' ? $this->to : $this->period->to;
    }

    /** @return array<string, string> for an address that shows the same */
    public function to_args(string $currency): array
    {
        $dates = $this->period->name === PeriodName::Custom ? ['from' => $this->period->from, 'to' => $this->period->to] : [];

        return ['period' => $this->period->name->value] + $dates + ['currency' => $currency];
    }
}
