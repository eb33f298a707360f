<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** As whom gateways know clients, what they called about, and the disputes they told of. */
final readonly class GatewaysTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112613, [
                "CREATE TABLE IF NOT EXISTS {gateway_customers} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    mode VARCHAR(10) NOT NULL,
                    account {exact:60} NOT NULL,
                    customer {exact:120} NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY client (client_id, gateway, mode, account),
                    KEY customer (customer)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {gateway_events} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    gateway VARCHAR(20) NOT NULL,
                    event_id {exact:120} NOT NULL,
                    mode VARCHAR(10) NOT NULL,
                    type VARCHAR(80) NOT NULL,
                    kind VARCHAR(20) NOT NULL,
                    object_id {exact:120} NOT NULL,
                    state VARCHAR(20) NOT NULL,
                    note VARCHAR(500) NOT NULL DEFAULT '',
                    received_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY event (gateway, event_id),
                    KEY received (received_at)
                ) {charset_collate}",
                // taken: what the gateway holds of the payment now; movements: how often it moved money so far, which only grows.
                "CREATE TABLE IF NOT EXISTS {disputes} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    gateway_dispute_id {exact:120} NOT NULL,
                    state VARCHAR(20) NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    reason VARCHAR(60) NOT NULL,
                    respond_by DATETIME NULL,
                    taken BIGINT NOT NULL DEFAULT 0,
                    movements INT UNSIGNED NOT NULL DEFAULT 0,
                    fee BIGINT NOT NULL DEFAULT 0,
                    fee_currency VARCHAR(3) NOT NULL DEFAULT '',
                    url VARCHAR(255) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_dispute (gateway, gateway_dispute_id),
                    KEY payment (payment_id),
                    KEY state (state, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['gateway_customers', 'gateway_events', 'disputes'];
    }
}
