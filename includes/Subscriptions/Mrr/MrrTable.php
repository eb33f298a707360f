<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Movements of recurring revenue, and what they come to: for each client and currency, and for each month, currency and kind. Amounts are
 * minor units, `subscriptions` how many count more or fewer; both may be below zero. A subscription moves once in each of its versions.
 */
final readonly class MrrTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112750, [
                "CREATE TABLE IF NOT EXISTS {mrr_movements} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    version INT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    currency CHAR(3) NOT NULL,
                    day CHAR(10) NOT NULL,
                    kind VARCHAR(12) NOT NULL,
                    amount BIGINT NOT NULL,
                    subscriptions TINYINT NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY version (subscription_id, version),
                    KEY by_day (day, id),
                    KEY of_client (client_id, day)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {mrr_clients} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    currency CHAR(3) NOT NULL,
                    amount BIGINT NOT NULL,
                    subscriptions INT NOT NULL,
                    PRIMARY KEY (client_id, currency)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {mrr_months} (
                    currency CHAR(3) NOT NULL,
                    month CHAR(7) NOT NULL,
                    kind VARCHAR(12) NOT NULL,
                    amount BIGINT NOT NULL,
                    subscriptions INT NOT NULL,
                    PRIMARY KEY (currency, month, kind)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['mrr_movements', 'mrr_clients', 'mrr_months'];
    }
}
