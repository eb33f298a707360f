<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Requests of clients to cancel a subscription. */
final readonly class RequestsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112745, [
                // is_open is 1 while a request waits for its answer and NULL after: a subscription has one open request at most.
                "CREATE TABLE IF NOT EXISTS {subscription_requests} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    contact_id BIGINT UNSIGNED NULL,
                    reason TEXT NOT NULL,
                    wished_on CHAR(10) NULL,
                    state VARCHAR(10) NOT NULL,
                    is_open TINYINT NULL,
                    answer TEXT NOT NULL,
                    ends_on CHAR(10) NULL,
                    decided_by BIGINT UNSIGNED NULL,
                    decided_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY one_open (subscription_id, is_open),
                    KEY open (is_open, id),
                    KEY client (client_id, id),
                    KEY contact (contact_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['subscription_requests'];
    }
}
