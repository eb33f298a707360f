<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Locale;

/** VAT identification numbers: among other text, and by their form. Whether one is registered only its tax office knows. */
final readonly class VatId
{
    /**
     * Forms by prefix (Directive 2006/112/EC, art. 215; the Commission's list of VIES). Greece is EL, Northern Ireland XI.
     * An example of each follows its form, for people.
     */
    private const FORMS = [
        'AT' => ['U\d{8}', 'ATU12345675'],
        'BE' => ['[01]\d{9}', 'BE0123456749'],
        'BG' => ['\d{9,10}', 'BG123456789'],
        'CY' => ['\d{8}[A-Z]', 'CY12345678X'],
        'CZ' => ['\d{8,10}', 'CZ12345679'],
        'DE' => ['\d{9}', 'DE123456788'],
        'DK' => ['\d{8}', 'DK12345674'],
        'EE' => ['\d{9}', 'EE123456780'],
        'EL' => ['\d{9}', 'EL123456783'],
        'ES' => ['[A-Z0-9]\d{7}[A-Z0-9]', 'ESX1234567X'],
        'FI' => ['\d{8}', 'FI12345671'],
        'FR' => ['[0-9A-HJ-NP-Z]{2}\d{9}', 'FR83404833048'],
        'HR' => ['\d{11}', 'HR12345678903'],
        'HU' => ['\d{8}', 'HU12345676'],
        'IE' => ['\d[0-9A-Z+*]\d{5}[A-W][A-I]?', 'IE1234567FA'],
        'IT' => ['\d{11}', 'IT12345678903'],
        'LT' => ['(\d{9}|\d{12})', 'LT123456715'],
        'LU' => ['\d{8}', 'LU12345613'],
        'LV' => ['\d{11}', 'LV12345678901'],
        'MT' => ['\d{8}', 'MT12345634'],
        'NL' => ['\d{9}B\d{2}', 'NL123456782B01'],
        'PL' => ['\d{10}', 'PL1234563218'],
        'PT' => ['\d{9}', 'PT123456789'],
        'RO' => ['\d{2,10}', 'RO1234567897'],
        'SE' => ['\d{10}01', 'SE123456789701'],
        'SI' => ['\d{8}', 'SI12345679'],
        'SK' => ['\d{10}', 'SK1234567895'],
        'XI' => ['(\d{9}|\d{12}|GD\d{3}|HA\d{3})', 'XI123456782'],
    ];

    /**
     * @param string $tax_id what somebody typed as a tax id, "PL 525-000-00-00"
     * @param string $country ISO 3166-1 of whose it is
     * @return string with its country and without spaces, or empty when it is none
     */
    public static function among(string $tax_id, string $country): string
    {
        $bare = self::bare($tax_id);
        if (preg_match('/^(?:' . implode('|', array_keys(self::FORMS)) . ')(?=.*\d)[0-9A-Z+*]{2,12}$/D', $bare) === 1) {
            return $bare;
        }

        return $country === 'PL' && VatIdDigits::are_right('PL', $bare) ? "PL{$bare}" : '';
    }

    /**
     * As it is kept: upper case, without blanks and dots, with its prefix where its country is known to have one.
     *
     * @param string $country ISO 3166-1 of whose it is; may be empty
     */
    public static function normal(string $typed, string $country): string
    {
        $bare = self::bare($typed);
        $prefix = self::prefix($country);
        if (preg_match('/^GR\d{9}$/D', $bare) === 1) {
            return 'EL' . substr($bare, 2);
        }
        $has_form = isset(self::FORMS[$prefix]) && preg_match('/^' . self::FORMS[$prefix][0] . '$/D', $bare) === 1;

        return $bare !== '' && $has_form && ! str_starts_with($bare, $prefix) ? $prefix . $bare : $bare;
    }

    /**
     * What is wrong with it, to be read: its form, or its check digits where its country has any.
     *
     * @param string $vat_id as normal() made it
     * @return string|null null when nothing is; numbers of countries outside of the Union are taken as they are
     */
    public static function problem(string $vat_id): ?string
    {
        $prefix = substr($vat_id, 0, 2);
        if ($vat_id === '') {
            return null;
        }
        if (! isset(self::FORMS[$prefix])) {
            return preg_match('/^[A-Z]{2}[0-9A-Z+*\-]{2,20}$/D', $vat_id) === 1 ? null
                /* translators: an example of a VAT ID stands in the sentence */
                : __('A VAT ID starts with the country code, for example DE123456788.', 'counterfoil');
        }
        [$form, $example] = self::FORMS[$prefix];
        $rest = substr($vat_id, 2);
        $country = $prefix === 'XI' ? __('Northern Ireland', 'counterfoil') : (string) Locale::getDisplayRegion('-' . self::country($prefix), determine_locale());
        if (preg_match("/^{$form}$/D", $rest) !== 1) {
            /* translators: 1: a country, 2: an example of a VAT ID */
            return sprintf(__('This isn’t a valid VAT ID for %1$s. Enter one like %2$s.', 'counterfoil'), $country, $example);
        }

        return VatIdDigits::are_right($prefix, $rest) ? null : sprintf(
            /* translators: %s: a country */
            __('This VAT ID for %s has an invalid check digit. Check it for typos.', 'counterfoil'),
            $country
        );
    }

    /** Whether VIES knows numbers like it. */
    public static function is_of_union(string $vat_id): bool
    {
        return isset(self::FORMS[substr($vat_id, 0, 2)]);
    }

    /** @param string $country ISO 3166-1 */
    public static function is_in_union(string $country): bool
    {
        return isset(self::FORMS[self::prefix($country)]) && $country !== 'XI';
    }

    /** ISO 3166-1 of a prefix; XI is a part of GB. */
    public static function country(string $prefix): string
    {
        return ['EL' => 'GR', 'XI' => 'GB'][$prefix] ?? $prefix;
    }

    private static function prefix(string $country): string
    {
        return $country === 'GR' ? 'EL' : $country;
    }

    private static function bare(string $typed): string
    {
        return strtoupper((string) preg_replace('/[\s\p{Z}.\-\/]/u', '', $typed));
    }
}
