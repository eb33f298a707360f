<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Locale;

/**
 * What people typed, tidied; or refused with the field's JSON pointer. Its form was checked by the
 * contract, and it is escaped wherever it is shown: here nothing is taken out of it but stray blanks.
 */
final readonly class Input
{
    /** Regions of CLDR that nobody lives in: unions, pseudo-locales, "unknown". */
    private const NO_COUNTRIES = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

    /** One line: line breaks and runs of blanks become a blank, so that no mail header or file name can be broken by it. */
    public static function line(string $text): string
    {
        return trim((string) preg_replace('/[\s\p{Z}]+/u', ' ', $text));
    }

    /** Several lines, ended as everywhere but on Windows. */
    public static function text(string $text): string
    {
        return trim(str_replace(["\r\n", "\r"], "\n", $text));
    }

    /** @throws DomainError 400 */
    public static function email(string $email, string $pointer): string
    {
        $email = EmailAddress::normal($email);

        return is_email($email) !== false ? $email : throw DomainError::invalid(__('Enter an email address, for example name@example.com.', 'counterfoil'), $pointer);
    }

    /** A web address people can open: http or https, without a name and password in it. @throws DomainError 400 */
    public static function url(string $url, string $pointer): string
    {
        $url = trim($url);
        $parts = wp_parse_url($url);
        if (
            ! is_array($parts) || ! in_array(strtolower($parts['scheme'] ?? ''), ['http', 'https'], true)
            || preg_match('/^[\p{L}\p{N}]([\p{L}\p{N}.\-]*[\p{L}\p{N}])?$|^\[[0-9a-f:.]+\]$/iu', $parts['host'] ?? '') !== 1
            || isset($parts['user']) || isset($parts['pass']) || preg_match('/[<>"\\\\^`{|}\s]/u', $url) === 1
        ) {
            throw DomainError::invalid(__('Enter a web address that starts with https:// or http://, for example https://example.com.', 'counterfoil'), $pointer);
        }

        return $url;
    }

    /**
     * @param array<string, mixed> $address as on the wire
     * @throws DomainError 400
     */
    public static function address(array $address, string $pointer): Address
    {
        $country = (string) ($address['country'] ?? '');
        // ICU answers the code itself for countries there are not, and has names for some that are none.
        if ($country !== '' && (in_array($country, self::NO_COUNTRIES, true) || Locale::getDisplayRegion("-{$country}", 'en') === $country)) {
            throw DomainError::invalid(__('Choose a country from the list.', 'counterfoil'), "{$pointer}/country");
        }

        return Address::from(array_map(static fn (mixed $line): string => self::line((string) $line), $address));
    }
}
