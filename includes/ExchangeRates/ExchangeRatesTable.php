<?php

declare(strict_types=1);

namespace Counterfoil\ExchangeRates;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Rates that are wanted, and those that are known: by pair and by the day before which they have to be published. */
final readonly class ExchangeRatesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112631, [
                "CREATE TABLE IF NOT EXISTS {exchange_rates} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    currency CHAR(3) NOT NULL,
                    target CHAR(3) NOT NULL,
                    before_day DATE NOT NULL,
                    value VARCHAR(30) NULL,
                    published DATE NULL,
                    source VARCHAR(10) NOT NULL DEFAULT '',
                    table_number VARCHAR(40) NOT NULL DEFAULT '',
                    PRIMARY KEY (id),
                    UNIQUE KEY pair (currency, target, before_day)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['exchange_rates'];
    }
}
