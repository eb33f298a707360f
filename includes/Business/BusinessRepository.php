<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use DateTimeZone;
use Exception;

/** The business profile, in one option that no page of the site loads by itself. */
final readonly class BusinessRepository
{
    public const OPTION = 'counterfoil_business';

    /** What was never filled in is taken from the site, so that the first invoice can be written at once. */
    public function get(): Business
    {
        $stored = get_option(self::OPTION, []);
        $stored = is_array($stored) ? $stored : [];
        $text = static fn (string $name, string $default = ''): string => is_string($stored[$name] ?? null) ? $stored[$name] : $default;

        return new Business(
            $text('name', wp_specialchars_decode((string) get_option('blogname'), ENT_QUOTES)),
            $text('email', (string) get_option('admin_email')),
            $text('phone'),
            $text('website', home_url()),
            Address::from(is_array($stored['address'] ?? null) ? $stored['address'] : []),
            $text('tax_id'),
            $this->timezone($text('timezone')),
            $this->currency($text('currency')),
            $text('locale', self::site_locale()),
        );
    }

    public function save(Business $business): void
    {
        update_option(self::OPTION, $business->to_array(), false);
    }

    private function timezone(string $name): DateTimeZone
    {
        try {
            return new DateTimeZone($name !== '' ? $name : self::site_timezone());
        } catch (Exception) {
            return new DateTimeZone('UTC');
        }
    }

    /** Sites may have an offset instead of a zone ("+05:30"); then a zone that is as far from UTC. */
    private static function site_timezone(): string
    {
        $name = wp_timezone_string();
        if (preg_match('/^([+-])(\d\d):(\d\d)$/', $name, $offset) !== 1) {
            return $name;
        }
        $seconds = (int) "{$offset[1]}1" * ((int) $offset[2] * 3600 + (int) $offset[3] * 60);

        return $seconds === 0 ? 'UTC' : (timezone_name_from_abbr('', $seconds, 0) ?: 'UTC');
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
