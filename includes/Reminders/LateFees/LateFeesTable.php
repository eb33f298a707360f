<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Which late fees were put on a draft, and which clients are asked for none. */
final readonly class LateFeesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112625, [
                // The key: never twice for the same period of an invoice.
                "CREATE TABLE IF NOT EXISTS {late_fees} (
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    period SMALLINT UNSIGNED NOT NULL,
                    fee_invoice_id BIGINT UNSIGNED NOT NULL,
                    amount BIGINT NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (invoice_id, period),
                    KEY by_fee_invoice (fee_invoice_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {late_fee_exceptions} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (client_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['late_fees', 'late_fee_exceptions'];
    }
}
