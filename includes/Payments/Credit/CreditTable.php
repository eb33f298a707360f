<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Which money of a client's credit paid which invoice. */
final readonly class CreditTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112623, [
                // Money of a payment that was over on one invoice (from_invoice_id), or on none, and settles another one since.
                "CREATE TABLE IF NOT EXISTS {credit_uses} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    from_invoice_id BIGINT UNSIGNED NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    idempotency_key {exact:64} NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY payment (payment_id, id),
                    KEY from_invoice (from_invoice_id, id),
                    KEY invoice (invoice_id, id),
                    KEY client (client_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['credit_uses'];
    }
}
