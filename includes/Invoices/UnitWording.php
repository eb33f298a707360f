<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\MoneyFormat;

/** How much of what: "1.5 hrs", "2 days". */
final readonly class UnitWording
{
    /**
     * @param string $quantity decimal, "1.5"
     * @param string $code UN/ECE recommendation 20; unknown ones are written as they are, pieces not at all
     */
    public static function quantity(string $quantity, string $code, MoneyFormat $numbers): string
    {
        // What is not whole has no plural of its own in WordPress; many languages take the one of a few.
        $count = preg_match('/^(\d+)(?:\.0*)?$/', $quantity, $whole) === 1 ? (int) $whole[1] : 2;

        return trim($numbers->decimal($quantity) . "\u{A0}" . self::unit($code, $count), "\u{A0}");
    }

    /** Short, as it is written behind a number. */
    private static function unit(string $code, int $count): string
    {
        return match ($code) {
            InvoiceLine::ONE => '',
            /* translators: abbreviation of "hours" behind a number */
            'HUR' => _n('hr', 'hrs', $count, 'counterfoil'),
            /* translators: "days" behind a number */
            'DAY' => _n('day', 'days', $count, 'counterfoil'),
            /* translators: abbreviation of "weeks" behind a number */
            'WEE' => _n('wk', 'wks', $count, 'counterfoil'),
            /* translators: abbreviation of "months" behind a number */
            'MON' => _n('mo.', 'mos.', $count, 'counterfoil'),
            /* translators: abbreviation of "quarters of a year" behind a number */
            'QAN' => _n('qtr', 'qtrs', $count, 'counterfoil'),
            /* translators: abbreviation of "years" behind a number */
            'ANN' => _n('yr', 'yrs', $count, 'counterfoil'),
            /* translators: "lump sum" behind a number */
            'LS' => _n('lot', 'lots', $count, 'counterfoil'),
            default => $code,
        };
    }
}
