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
    /** Of lines and buttons where no brand is shown. */
    private const PLAIN = '#2b3035';

    public function __construct(
        public Business $business,
        public Portal $portal,
        public ?string $logo_url,
        /** Of the reader, as WordPress writes it: "pl_PL" */
        public string $locale,
        private MailSettings $settings = new MailSettings(),
    ) {
    }

    public static function of(Business $business, Portal $portal, ?string $logo_url, string $locale, MailSettings $settings): self
    {
        return new self($business, $portal, $settings->is_branded ? $logo_url : null, $locale, $settings);
    }

    /** Where answers go; may be empty. */
    public function reply_to(): string
    {
        return $this->settings->reply_to !== '' ? $this->settings->reply_to : $this->business->email;
    }

    /** What the agency wants below every mail; may be empty, may have line breaks. */
    public function footer(): string
    {
        return trim($this->settings->footer);
    }

    public function name(): string
    {
        return OneLine::of($this->portal->name !== '' ? $this->portal->name : $this->business->name);
    }

    public function colour(): string
    {
        return $this->settings->is_branded ? $this->portal->colour : self::PLAIN;
    }

    public function text_on_colour(): string
    {
        return Contrast::text_on($this->colour());
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

    /** "November 26, 2026, 2:05 PM (Europe/Berlin)": in the business's zone, which is named, since the reader may be elsewhere. */
    public function moment(DateTimeImmutable $moment): string
    {
        return (new DayFormat($this->locale))->moment($moment, $this->business->timezone);
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
