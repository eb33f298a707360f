<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** What clients have left with gateways to be charged with again. Never numbers of cards or accounts. */
final readonly class MethodsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112730, [
                // default_for is the client's id on the one that is charged when nobody names another, and NULL on the others: its
                // unique key is what keeps two from being it. What was removed stays, for what was paid with it; it never comes back.
                // fingerprint is the gateway's: the same for the same card or account of a payer, however often it was left.
                // expiry_told is the year and month, 202703, of the last expiry that the client was told of.
                // mandate and mandate_reference are what the payer agreed to: the gateway's id of it, and what stands on statements.
                "CREATE TABLE IF NOT EXISTS {payment_methods} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    mode VARCHAR(10) NOT NULL,
                    account {exact:60} NOT NULL,
                    customer {exact:120} NOT NULL,
                    gateway_method_id {exact:120} NOT NULL,
                    type VARCHAR(40) NOT NULL,
                    label VARCHAR(120) NOT NULL,
                    settles_in_days INT UNSIGNED NOT NULL DEFAULT 0,
                    returns_for_weeks INT UNSIGNED NOT NULL DEFAULT 0,
                    expiry_month INT UNSIGNED NULL,
                    expiry_year INT UNSIGNED NULL,
                    fingerprint {exact:64} NOT NULL DEFAULT '',
                    expiry_told INT UNSIGNED NOT NULL DEFAULT 0,
                    mandate {exact:120} NOT NULL DEFAULT '',
                    mandate_reference VARCHAR(100) NOT NULL DEFAULT '',
                    default_for BIGINT UNSIGNED NULL,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    removed_at DATETIME NULL,
                    removed_why VARCHAR(30) NOT NULL DEFAULT '',
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_method (gateway, gateway_method_id),
                    UNIQUE KEY default_for (default_for, gateway, mode, account),
                    KEY client (client_id, removed_at, id),
                    KEY customer (gateway, customer),
                    KEY mandate (mandate),
                    KEY expiry (removed_at, expiry_year, expiry_month)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['payment_methods'];
    }
}
