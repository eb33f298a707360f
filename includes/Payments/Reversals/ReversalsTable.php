<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Money that had come and was taken back without our asking: debits that were returned, disputes. */
final readonly class ReversalsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112701, [
                // source is what took it ("dispute:dp_1"): each takes once, by its unique key. restored_at is when the money came again.
                "CREATE TABLE IF NOT EXISTS {payment_reversals} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    source {exact:140} NOT NULL,
                    reason VARCHAR(20) NOT NULL,
                    detail VARCHAR(190) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    restored_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY source (source),
                    KEY payment (payment_id, id),
                    KEY client (client_id, id),
                    KEY by_day (created_at, id),
                    KEY by_restoring (restored_at, id)
                ) {charset_collate}",
                // How much of what a payment brought for an invoice was taken back. What goes beyond that lowers the client's credit.
                "CREATE TABLE IF NOT EXISTS {payment_reversal_parts} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    reversal_id BIGINT UNSIGNED NOT NULL,
                    allocation_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    amount BIGINT NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY reversal (reversal_id, allocation_id),
                    KEY allocation (allocation_id),
                    KEY invoice (invoice_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['payment_reversals', 'payment_reversal_parts'];
    }
}
