<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Exports for the accountant: how far each is, and its bytes. */
final readonly class AccountantTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112660, [
                // version only grows: whoever writes the next piece compares it. part and position say what comes next, pieces and
                // size how much there is. open_file is the table that is being written (JSON), sums what the taxes come to so far
                // (JSON), problems a sentence for each document that could not be drawn (JSON). month is that of an export which was made by itself: its unique key is what keeps it from being made twice.
                "CREATE TABLE IF NOT EXISTS {accountant_exports} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    state VARCHAR(10) NOT NULL,
                    from_day DATE NOT NULL,
                    to_day DATE NOT NULL,
                    month {exact:7} NULL,
                    locale VARCHAR(20) NOT NULL,
                    part INT UNSIGNED NOT NULL DEFAULT 0,
                    position VARCHAR(200) NOT NULL DEFAULT '',
                    done INT UNSIGNED NOT NULL DEFAULT 0,
                    total INT UNSIGNED NOT NULL DEFAULT 0,
                    pieces INT UNSIGNED NOT NULL DEFAULT 0,
                    files INT UNSIGNED NOT NULL DEFAULT 0,
                    size BIGINT UNSIGNED NOT NULL DEFAULT 0,
                    open_file VARCHAR(500) NOT NULL DEFAULT '',
                    sums LONGTEXT NULL,
                    problems LONGTEXT NULL,
                    error VARCHAR(500) NOT NULL DEFAULT '',
                    requested_by VARCHAR(190) NOT NULL DEFAULT '',
                    version INT UNSIGNED NOT NULL DEFAULT 1,
                    created_at DATETIME NOT NULL,
                    ended_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY month (month),
                    KEY by_state (state, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {accountant_export_files} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    export_id BIGINT UNSIGNED NOT NULL,
                    name {exact:190} NOT NULL,
                    crc BIGINT UNSIGNED NOT NULL,
                    size BIGINT UNSIGNED NOT NULL,
                    starts_at BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY name (export_id, name)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {accountant_export_pieces} (
                    export_id BIGINT UNSIGNED NOT NULL,
                    number INT UNSIGNED NOT NULL,
                    bytes LONGBLOB NOT NULL,
                    PRIMARY KEY (export_id, number)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['accountant_exports', 'accountant_export_files', 'accountant_export_pieces'];
    }
}
