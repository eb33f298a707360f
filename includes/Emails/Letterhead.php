<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Business\Business;
use Counterfoil\Portals\Portal;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Contrast;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use DateTimeImmutable;

/** Whose mail it is, and how amounts and days are written in it. */
final readonly class Letterhead
{
    public function __construct(
        public Business $business,
        public Portal $portal,
        public ?string $logo_url,
        /** Of the reader, as WordPress writes it: "pl_PL" */
        public string $locale,
    ) {
    }

    public function name(): string
    {
        return OneLine::of($this->portal->name !== '' ? $this->portal->name : $this->business->name);
    }

    public function colour(): string
    {
        return $this->portal->colour;
    }

    public function text_on_colour(): string
    {
        return Contrast::text_on($this->portal->colour);
    }

    public function money(Money $money): string
    {
        return (new MoneyFormat($this->locale))->money($money);
    }

    /** "31 March 2026" @param string $day "2026-03-31" */
    public function day(string $day): string
    {
        return (new DayFormat($this->locale))->day($day);
    }

    /** The day of a moment where the business is. */
    public function day_of(DateTimeImmutable $moment): string
    {
        return (new DayFormat($this->locale))->day_of($moment, $this->business->timezone);
    }

    /**
     * Who sends this, as business letters have to say.
     *
     * @return list<string>
     */
    public function imprint(): array
    {
        $business = $this->business;
        $address = implode(', ', $business->address->lines($this->locale));
        /* translators: %s: tax identification number */
        $tax_id = $business->tax_id === '' ? '' : sprintf(__('Tax ID: %s', 'counterfoil'), $business->tax_id);
        $lines = [
            implode(' · ', array_filter([$business->name, $address], static fn (string $part): bool => $part !== '')),
            implode(' · ', array_filter([$tax_id, $business->phone, $business->email], static fn (string $part): bool => $part !== '')),
            (string) preg_replace('#^https?://|/$#', '', $business->website),
        ];

        return array_values(array_filter(array_map(OneLine::of(...), $lines), static fn (string $line): bool => $line !== ''));
    }
}
