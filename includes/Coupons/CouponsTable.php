<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Coupons and what was taken off by them. `uses` counts those that hold, in all and by client: each goes up in one
 * statement that asks for the limit as well, so that the limit holds however many bills are issued at once.
 */
final readonly class CouponsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112632, [
                "CREATE TABLE IF NOT EXISTS {coupons} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    code {exact:40} NOT NULL,
                    name VARCHAR(100) NOT NULL,
                    search_name {exact:190} NOT NULL DEFAULT '',
                    percent VARCHAR(10) NULL,
                    amounts TEXT NULL,
                    duration VARCHAR(10) NOT NULL,
                    cycles INT UNSIGNED NULL,
                    max_uses INT UNSIGNED NULL,
                    max_uses_per_client INT UNSIGNED NULL,
                    valid_from DATE NULL,
                    valid_until DATE NULL,
                    product_ids TEXT NOT NULL,
                    plan_ids TEXT NOT NULL,
                    uses INT UNSIGNED NOT NULL DEFAULT 0,
                    archived_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY code (code),
                    KEY by_uses (uses, id),
                    KEY by_end (valid_until, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {coupon_clients} (
                    coupon_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    uses INT UNSIGNED NOT NULL DEFAULT 0,
                    PRIMARY KEY (coupon_id, client_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {coupon_uses} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    coupon_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NULL,
                    subscription_id BIGINT UNSIGNED NULL,
                    is_counted TINYINT NOT NULL DEFAULT 1,
                    number {exact:60} NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    used_at DATETIME NOT NULL,
                    given_back_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY invoice (invoice_id),
                    UNIQUE KEY subscription (subscription_id),
                    KEY coupon (coupon_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['coupons', 'coupon_clients', 'coupon_uses'];
    }
}
