<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Files that go with invoices. They are kept in the database: it is the one place that every web server of a site shares, that
 * no address leads to whatever the server's rules are, and that is changed together with the draft they belong to. In pieces,
 * since a database takes only so much at once (max_allowed_packet is 1 MB where it is smallest, and bytes are sent as hex).
 */
final readonly class AttachmentsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112640, [
                // Without an invoice until the draft it was uploaded for is saved.
                "CREATE TABLE IF NOT EXISTS {attachments} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    invoice_id BIGINT UNSIGNED NULL,
                    position INT UNSIGNED NOT NULL DEFAULT 0,
                    name VARCHAR(190) NOT NULL,
                    type VARCHAR(10) NOT NULL,
                    size BIGINT UNSIGNED NOT NULL,
                    sha256 CHAR(64) NOT NULL,
                    uploaded_by BIGINT UNSIGNED NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY invoice (invoice_id, position)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {attachment_chunks} (
                    attachment_id BIGINT UNSIGNED NOT NULL,
                    number INT UNSIGNED NOT NULL,
                    bytes MEDIUMBLOB NOT NULL,
                    PRIMARY KEY (attachment_id, number)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['attachments', 'attachment_chunks'];
    }
}
