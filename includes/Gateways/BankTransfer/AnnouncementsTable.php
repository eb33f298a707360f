<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Transfers that clients said they made. */
final readonly class AnnouncementsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112715, [
                // One an invoice, the newest; due is what was due when it was said: once that is another sum, something came since.
                "CREATE TABLE IF NOT EXISTS {transfer_announcements} (
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    due BIGINT NOT NULL,
                    announced_on DATE NOT NULL,
                    sent_on DATE NULL,
                    contact_id BIGINT UNSIGNED NULL,
                    PRIMARY KEY (invoice_id),
                    KEY client (client_id, invoice_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['transfer_announcements'];
    }
}
