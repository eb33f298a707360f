<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Number series, what was copied into each issued document, its PDF, and the pictures that are on them. */
final readonly class DocumentsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112611, [
                // period: "" for a series that never begins anew, "2026", "2026-11".
                "CREATE TABLE IF NOT EXISTS {number_series} (
                    kind VARCHAR(20) NOT NULL,
                    period VARCHAR(10) NOT NULL,
                    next_number BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (kind, period)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {number_skips} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    kind VARCHAR(20) NOT NULL,
                    period VARCHAR(10) NOT NULL,
                    first_number BIGINT UNSIGNED NOT NULL,
                    last_number BIGINT UNSIGNED NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY range_of (kind, period, first_number)
                ) {charset_collate}",
                // form is the number of the shape that content has; content is compressed JSON.
                "CREATE TABLE IF NOT EXISTS {document_forms} (
                    kind VARCHAR(20) NOT NULL,
                    document_id BIGINT UNSIGNED NOT NULL,
                    form INT UNSIGNED NOT NULL,
                    content LONGBLOB NOT NULL,
                    PRIMARY KEY (kind, document_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {document_pdfs} (
                    kind VARCHAR(20) NOT NULL,
                    document_id BIGINT UNSIGNED NOT NULL,
                    sha256 CHAR(64) NOT NULL,
                    bytes LONGBLOB NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (kind, document_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {document_images} (
                    sha256 CHAR(64) NOT NULL,
                    mime VARCHAR(40) NOT NULL,
                    width INT UNSIGNED NOT NULL,
                    height INT UNSIGNED NOT NULL,
                    bytes LONGBLOB NOT NULL,
                    PRIMARY KEY (sha256)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['number_series', 'number_skips', 'document_forms', 'document_pdfs', 'document_images'];
    }
}
