<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** The sheet that documents are printed on. */
enum PageSize: string
{
    case A4 = 'a4';
    case Letter = 'letter';

    /** Where paper is Letter; source: territories of CLDR's "paperSize". */
    private const LETTER = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'];

    /**
     * What is usual there.
     *
     * @param string $country ISO 3166-1; empty where nobody said it
     * @param string $locale "en_US"; counts where the country is empty
     */
    public static function usual(string $country, string $locale): self
    {
        $country = $country !== '' ? $country : (preg_match('/_([A-Z]{2})/', $locale, $match) === 1 ? $match[1] : '');

        return in_array($country, self::LETTER, true) ? self::Letter : self::A4;
    }

    /** Millimetres. */
    public function width(): float
    {
        return $this === self::A4 ? 210.0 : 215.9;
    }

    /** Millimetres. */
    public function height(): float
    {
        return $this === self::A4 ? 297.0 : 279.4;
    }
}
