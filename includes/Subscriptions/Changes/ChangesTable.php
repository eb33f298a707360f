<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Changes of subscriptions that make days useless which were billed already, and what of which bills is to be credited for that: the last
 * `days` of the `of_days` that a line has. The bill of what comes in their stead is made once all of it is credited.
 */
final readonly class ChangesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112755, [
                "CREATE TABLE IF NOT EXISTS {subscription_changes} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    kind VARCHAR(10) NOT NULL,
                    day CHAR(10) NOT NULL,
                    surplus_to VARCHAR(10) NOT NULL,
                    renewal_id BIGINT UNSIGNED NULL,
                    is_settled TINYINT NOT NULL DEFAULT 0,
                    blocked VARCHAR(500) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY subscription (subscription_id, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {subscription_credits} (
                    change_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    line INT NOT NULL,
                    days INT NOT NULL,
                    of_days INT NOT NULL,
                    description VARCHAR(600) NOT NULL,
                    PRIMARY KEY (change_id, invoice_id, line)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['subscription_changes', 'subscription_credits'];
    }
}
