<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** The rates the business bills with, in the order it keeps them. */
final readonly class TaxRatesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112630, [
                "CREATE TABLE IF NOT EXISTS {tax_rates} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    position INT UNSIGNED NOT NULL,
                    name VARCHAR(40) NOT NULL,
                    country CHAR(2) NOT NULL DEFAULT '',
                    category VARCHAR(2) NOT NULL,
                    rate VARCHAR(10) NOT NULL,
                    reason_code VARCHAR(40) NOT NULL DEFAULT '',
                    reason VARCHAR(500) NOT NULL DEFAULT '',
                    PRIMARY KEY (id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['tax_rates'];
    }
}
