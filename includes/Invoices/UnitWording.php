<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What a quantity counts, short, as it is written behind a number in any quantity. */
final readonly class UnitWording
{
    /** @param string $code UN/ECE recommendation 20; unknown ones are written as they are, pieces not at all */
    public static function of(string $code): string
    {
        return match ($code) {
            InvoiceLine::ONE => '',
            /* translators: abbreviation of "hours" behind a number */
            'HUR' => __('hrs', 'counterfoil'),
            /* translators: abbreviation of "days" behind a number */
            'DAY' => __('d.', 'counterfoil'),
            /* translators: abbreviation of "weeks" behind a number */
            'WEE' => __('wks', 'counterfoil'),
            /* translators: abbreviation of "months" behind a number */
            'MON' => __('mo.', 'counterfoil'),
            /* translators: abbreviation of "quarters of a year" behind a number */
            'QAN' => __('qtr', 'counterfoil'),
            /* translators: abbreviation of "years" behind a number */
            'ANN' => __('yrs', 'counterfoil'),
            /* translators: abbreviation of "lump sum" behind a number */
            'LS' => __('lot', 'counterfoil'),
            default => $code,
        };
    }
}
