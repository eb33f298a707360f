<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** VAT identification numbers as they are among other text. Whether one is registered only its tax office knows. */
final readonly class VatId
{
    /** Their prefixes (Directive 2006/112/EC, art. 215; Greece is EL, Northern Ireland XI). */
    private const EU = 'AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI';

    /**
     * @param string $tax_id what somebody typed as a tax id, "PL 525-000-00-00"
     * @param string $country ISO 3166-1 of whose it is
     * @return string with its country and without spaces, or empty when it is none
     */
    public static function among(string $tax_id, string $country): string
    {
        $bare = strtoupper((string) preg_replace('/[\s.\-\/]/', '', $tax_id));
        if (preg_match('/^(?:' . self::EU . ')(?=.*\d)[0-9A-Z+*]{2,12}$/D', $bare) === 1) {
            return $bare;
        }

        return $country === 'PL' && self::is_nip($bare) ? "PL{$bare}" : '';
    }

    /** Poland's number for taxpayers: ten digits, the last of which proves the others. */
    private static function is_nip(string $digits): bool
    {
        if (preg_match('/^\d{10}$/D', $digits) !== 1) {
            return false;
        }
        $sum = 0;
        foreach ([6, 5, 7, 2, 3, 4, 5, 6, 7] as $i => $weight) {
            $sum += $weight * (int) $digits[$i];
        }

        return $sum % 11 === (int) $digits[9];
    }
}
