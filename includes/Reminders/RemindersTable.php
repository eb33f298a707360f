<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Which reminders went out, and which clients get none. */
final readonly class RemindersTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112629, [
                // One for each due date and step of the schedule: an invoice that is due on another day is reminded of anew.
                "CREATE TABLE IF NOT EXISTS {reminders} (
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    due_on DATE NOT NULL,
                    days SMALLINT NOT NULL,
                    sent_at DATETIME NOT NULL,
                    PRIMARY KEY (invoice_id, due_on, days)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {reminder_exceptions} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (client_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['reminders', 'reminder_exceptions'];
    }
}
