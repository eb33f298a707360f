<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Subscriptions, their items, the periods that were claimed, and the bills that are to be made of these.
 *
 * told_on is the next_on that the client was told of ahead. next_on is the first day of the period that is billed next, act_on the day on which it ends, goes on or begins to count by itself; both follow from the
 * rest, and are what the worker looks for. mrr is what it brings in a month, in minor units; NULL while it does not count. item_set
 * says which of its items count now, and planned_set which from the first period on that begins on planned_on or later; old sets stay, as periods name
 * theirs. A renewal's credit is what was credited for days that its bill replaces: it pays that bill. next_index counts whole periods from anchor; part_from is the first day of the days before the next whole one, where
 * they are to be billed. billed_until is the last day that was claimed. held says that more is behind than may be billed unasked.
 */
final readonly class SubscriptionsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112740, [
                "CREATE TABLE IF NOT EXISTS {subscriptions} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    website_id BIGINT UNSIGNED NULL,
                    currency CHAR(3) NOT NULL,
                    tax_mode VARCHAR(10) NOT NULL,
                    interval_unit VARCHAR(10) NOT NULL,
                    interval_count INT NOT NULL,
                    status VARCHAR(10) NOT NULL,
                    started_on CHAR(10) NOT NULL,
                    trial_until CHAR(10) NULL,
                    anchor CHAR(10) NOT NULL,
                    anchor_day TINYINT UNSIGNED NOT NULL DEFAULT 0,
                    next_index INT NOT NULL DEFAULT 0,
                    part_from CHAR(10) NULL,
                    claimed INT NOT NULL DEFAULT 0,
                    billed_until CHAR(10) NULL,
                    cycles INT NULL,
                    ends_on CHAR(10) NULL,
                    ended_on CHAR(10) NULL,
                    resume_on CHAR(10) NULL,
                    held TINYINT NOT NULL DEFAULT 0,
                    confirmed_until CHAR(10) NULL,
                    next_on CHAR(10) NULL,
                    told_on CHAR(10) NULL,
                    act_on CHAR(10) NULL,
                    mrr BIGINT NULL,
                    item_set INT NOT NULL DEFAULT 1,
                    planned_on CHAR(10) NULL,
                    planned_set INT NULL,
                    planned_unit VARCHAR(10) NULL,
                    planned_count INT NULL,
                    price_rise_id BIGINT UNSIGNED NULL,
                    term_months INT NOT NULL DEFAULT 0,
                    notice_days INT NOT NULL DEFAULT 0,
                    term_renews TINYINT NOT NULL DEFAULT 0,
                    coupon TEXT NULL,
                    method_id BIGINT UNSIGNED NULL,
                    origin_invoice_id BIGINT UNSIGNED NULL,
                    origin_key {exact:40} NULL,
                    version INT UNSIGNED NOT NULL DEFAULT 1,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY origin (origin_invoice_id, origin_key),
                    KEY next (next_on, client_id),
                    KEY act (act_on, client_id),
                    KEY client (client_id, id),
                    KEY by_status (status, id),
                    KEY by_website (website_id),
                    KEY held (held, billed_until, id),
                    KEY price_rise (price_rise_id, id)
                ) {charset_collate}",
                // tax is JSON of a tax that was chosen; NULL follows the client and the settings of the day it is billed.
                "CREATE TABLE IF NOT EXISTS {subscription_items} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    item_set INT NOT NULL DEFAULT 1,
                    position INT NOT NULL,
                    plan_id BIGINT UNSIGNED NULL,
                    description VARCHAR(500) NOT NULL,
                    quantity VARCHAR(20) NOT NULL,
                    unit_price BIGINT NOT NULL,
                    setup_fee BIGINT NOT NULL DEFAULT 0,
                    discount VARCHAR(190) NULL,
                    tax TEXT NULL,
                    unit_code VARCHAR(3) NOT NULL DEFAULT '',
                    PRIMARY KEY (id),
                    UNIQUE KEY position (subscription_id, item_set, position),
                    KEY plan (plan_id)
                ) {charset_collate}",
                // Law 6: a period is a row before anything is done for it, and there is one of each first day. One all of whose days were credited because
                // of a change makes room for what came in its stead: it names that change. lines are the positions on its bill of what is by days.
                "CREATE TABLE IF NOT EXISTS {subscription_periods} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    subscription_id BIGINT UNSIGNED NOT NULL,
                    period_from CHAR(10) NOT NULL,
                    period_to CHAR(10) NOT NULL,
                    kind VARCHAR(10) NOT NULL,
                    is_first TINYINT NOT NULL DEFAULT 0,
                    days_of_interval INT NOT NULL,
                    interval_unit VARCHAR(10) NOT NULL,
                    interval_count INT NOT NULL,
                    item_set INT NOT NULL,
                    with_coupon TINYINT NOT NULL DEFAULT 0,
                    replaced_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
                    bill_lines TEXT NULL,
                    renewal_id BIGINT UNSIGNED NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY period (subscription_id, period_from, replaced_by),
                    KEY renewal (renewal_id, id)
                ) {charset_collate}",
                // One bill that is to be made for a client.
                "CREATE TABLE IF NOT EXISTS {renewals} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NULL,
                    state VARCHAR(12) NOT NULL,
                    period_from CHAR(10) NOT NULL,
                    method_id BIGINT UNSIGNED NULL,
                    charges INT UNSIGNED NOT NULL DEFAULT 0,
                    tries INT UNSIGNED NOT NULL DEFAULT 0,
                    failed_on CHAR(10) NULL,
                    try_on CHAR(10) NULL,
                    failure_code VARCHAR(60) NOT NULL DEFAULT '',
                    blocked VARCHAR(500) NOT NULL DEFAULT '',
                    credit BIGINT NOT NULL DEFAULT 0,
                    is_instead TINYINT NOT NULL DEFAULT 0,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY invoice (invoice_id),
                    KEY client_state (client_id, state),
                    KEY by_state (state, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {billing_days} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    day TINYINT UNSIGNED NOT NULL,
                    PRIMARY KEY (client_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['subscriptions', 'subscription_items', 'subscription_periods', 'renewals', 'billing_days'];
    }
}
