<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Mail that is to be sent, was sent, or could not be; written with the change that causes it, once for each reason. */
final readonly class OutboxTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112608, [
                "CREATE TABLE IF NOT EXISTS {outbox} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    message VARCHAR(40) NOT NULL,
                    reason {exact:190} NOT NULL,
                    recipient {exact:190} NOT NULL,
                    recipient_name VARCHAR(190) NOT NULL DEFAULT '',
                    locale VARCHAR(10) NOT NULL DEFAULT '',
                    client_id BIGINT UNSIGNED NULL,
                    portal_id BIGINT UNSIGNED NULL,
                    invoice_id BIGINT UNSIGNED NULL,
                    data LONGTEXT NOT NULL,
                    state VARCHAR(10) NOT NULL,
                    error VARCHAR(500) NOT NULL DEFAULT '',
                    subject VARCHAR(190) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    sent_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY reason (reason),
                    KEY invoice (invoice_id, message),
                    KEY by_state (state, id),
                    KEY by_message (message, id),
                    KEY by_client (client_id, id),
                    KEY by_recipient (recipient)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['outbox'];
    }
}
