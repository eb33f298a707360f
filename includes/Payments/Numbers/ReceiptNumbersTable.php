<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Numbers;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Numbers of receipts and refund confirmations. Given once, with the money, and never altered. */
final readonly class ReceiptNumbersTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112720, [
                // subject_id is the payment's id, or the refund's. Nothing but the series keeps two from being written alike:
                // no format of numbers may keep money from being booked.
                "CREATE TABLE IF NOT EXISTS {receipt_numbers} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    kind VARCHAR(20) NOT NULL,
                    subject_id BIGINT UNSIGNED NOT NULL,
                    series_period VARCHAR(10) NOT NULL,
                    series_number BIGINT UNSIGNED NOT NULL,
                    number {exact:60} NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY subject (kind, subject_id),
                    UNIQUE KEY series_number (kind, series_period, series_number),
                    KEY number (number)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['receipt_numbers'];
    }
}
