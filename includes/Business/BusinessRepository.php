<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Closure;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Settings;
use DateTimeZone;
use Throwable;

/** The business profile. */
final readonly class BusinessRepository
{
    private const SETTINGS = 'business';

    public function __construct(private Settings $settings)
    {
    }

    /** What was never filled in is taken from the site, so that the first invoice can be written at once. */
    public function get(): Business
    {
        $stored = $this->settings->get(self::SETTINGS);
        // What the site has instead is only looked up where it counts: a worker asks for the profile of each bill.
        $text = static fn (string $name, ?Closure $instead = null): string => is_string($stored[$name] ?? null) ? $stored[$name] : ($instead === null ? '' : $instead());

        return new Business(
            $text('name', static fn (): string => wp_specialchars_decode((string) get_option('blogname'), ENT_QUOTES)),
            $text('email', static fn (): string => (string) get_option('admin_email')),
            $text('phone'),
            $text('website', home_url(...)),
            Address::from(is_array($stored['address'] ?? null) ? $stored['address'] : []),
            $text('tax_id'),
            $this->timezone(),
            $this->currency($text('currency')),
            $text('locale', self::site_locale(...)),
            LegalProfile::from_array(is_array($stored['legal'] ?? null) ? $stored['legal'] : []),
        );
    }

    /** Alone: what day it is there is asked by all who ask for nothing else. A place was looked up in the list of all when it was chosen, here or in WordPress. */
    public function timezone(): DateTimeZone
    {
        $name = $this->settings->get(self::SETTINGS)['timezone'] ?? '';
        $name = is_string($name) && $name !== '' ? $name : wp_timezone_string();
        try {
            return str_contains($name, '/') ? new DateTimeZone($name) : Calendar::zone($name);
        } catch (Throwable) {
            return new DateTimeZone('UTC');
        }
    }

    public function save(Business $business): void
    {
        $this->settings->set(self::SETTINGS, $business->to_array() + ['legal' => $business->legal->to_array()]);
    }

    private function currency(string $code): Currency
    {
        try {
            return Currency::of($code);
        } catch (DomainError) {
            return Currency::of('EUR');
        }
    }

    /** "de_DE_formal" is not a locale of the contract; "de_DE" is. */
    private static function site_locale(): string
    {
        return preg_match('/^[a-z]{2,3}(_[A-Z]{2})?/', get_locale(), $match) === 1 ? $match[0] : 'en_US';
    }
}
