<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Links that open one bill without a login, and clients that get none. */
final readonly class LinksTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112722, [
                // One that is not revoked for each bill and recipient: `is_current` is 1 for it, null for others. The secret is nowhere:
                // it is made of `salt` and a key that is not in the database.
                "CREATE TABLE IF NOT EXISTS {pay_links} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    contact_id BIGINT UNSIGNED NULL,
                    recipient {exact:254} NOT NULL,
                    locale VARCHAR(20) NOT NULL DEFAULT '',
                    salt {exact:64} NOT NULL,
                    token_hash {exact:64} NOT NULL,
                    is_current TINYINT UNSIGNED NULL,
                    mailed_at DATETIME NOT NULL,
                    opened_at DATETIME NULL,
                    revoked_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY token_hash (token_hash),
                    UNIQUE KEY bill (invoice_id, recipient, is_current),
                    KEY recipient (recipient)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {pay_link_exceptions} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (client_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['pay_links', 'pay_link_exceptions'];
    }
}
