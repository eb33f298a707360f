<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Money that was asked for, came, or went back; and what gateways told us. */
final readonly class PaymentsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112607, [
                // refunded is set aside before a gateway is asked and given free when it says no: the sum of the refunds
                // that did not fail. Refunds can't be more than what came because this is raised by compare-and-set.
                // under_way is the invoice's id while a payment may still take money, and NULL afterwards:
                // its unique key is what keeps two payments from running for one invoice.
                "CREATE TABLE IF NOT EXISTS {payments} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    mode VARCHAR(10) NOT NULL,
                    account {exact:60} NOT NULL DEFAULT '',
                    gateway_payment_id {exact:120} NULL,
                    under_way BIGINT UNSIGNED NULL,
                    state VARCHAR(20) NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    received BIGINT NOT NULL DEFAULT 0,
                    refunded BIGINT NOT NULL DEFAULT 0,
                    idempotency_key {exact:64} NOT NULL,
                    method VARCHAR(120) NOT NULL DEFAULT '',
                    reference VARCHAR(100) NOT NULL DEFAULT '',
                    failure_code VARCHAR(60) NOT NULL DEFAULT '',
                    failure VARCHAR(500) NOT NULL DEFAULT '',
                    flag VARCHAR(500) NOT NULL DEFAULT '',
                    send_receipt TINYINT NOT NULL DEFAULT 1,
                    check_at DATETIME NULL,
                    checks INT UNSIGNED NOT NULL DEFAULT 0,
                    lease_until DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    succeeded_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_payment (gateway, gateway_payment_id),
                    UNIQUE KEY under_way (under_way),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY invoice (invoice_id, id),
                    KEY client (client_id, id),
                    KEY to_check (check_at),
                    KEY by_success (state, succeeded_at)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {refunds} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    gateway_refund_id {exact:120} NULL,
                    state VARCHAR(20) NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    reason VARCHAR(190) NOT NULL DEFAULT '',
                    failure VARCHAR(500) NOT NULL DEFAULT '',
                    idempotency_key {exact:64} NOT NULL,
                    check_at DATETIME NULL,
                    checks INT UNSIGNED NOT NULL DEFAULT 0,
                    lease_until DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_refund (gateway, gateway_refund_id),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY payment (payment_id),
                    KEY invoice (invoice_id),
                    KEY to_check (check_at)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['payments', 'refunds'];
    }
}
