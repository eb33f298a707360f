<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Price rises, one row for each subscription: the change that is planned for it names its row. mail_on is the day on which the client is
 * told, first_on the first one at the new price. Amounts are minor units of a whole period. One that was told and is withdrawn is told again. outcome
 * says what came of it where it was withdrawn or another change took its place; NULL while it is planned, and where it counts or its subscription
 * ended before. An announcement is what was decided at once: percent, or JSON of minor units by currency, for those that were chosen or all of a plan.
 */
final readonly class PriceRisesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112760, [
                "CREATE TABLE IF NOT EXISTS {price_rises} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    announcement_id BIGINT UNSIGNED NOT NULL,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    first_on CHAR(10) NOT NULL,
                    mail_on CHAR(10) NOT NULL,
                    old_amount BIGINT NOT NULL,
                    new_amount BIGINT NOT NULL,
                    message TEXT NOT NULL,
                    is_told TINYINT NOT NULL DEFAULT 0,
                    outcome VARCHAR(10) NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY subscription (subscription_id, id),
                    KEY announcement (announcement_id, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {price_rise_announcements} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    plan_id BIGINT UNSIGNED NULL,
                    percent VARCHAR(10) NULL,
                    amounts TEXT NOT NULL,
                    rise_from CHAR(10) NOT NULL,
                    notice_days INT NOT NULL,
                    message TEXT NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['price_rises', 'price_rise_announcements'];
    }
}
