<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Credit notes. Written once, when they are issued, and never altered. */
final readonly class CreditNotesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112621, [
                // credited_lines and taxes are JSON (CreditTotals). from_due is what it took off the amount due, surplus what had
                // been paid already and becomes the client's credit or goes back; the rest had been given back before.
                "CREATE TABLE IF NOT EXISTS {credit_notes} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    portal_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    kind VARCHAR(20) NOT NULL DEFAULT 'credit_note',
                    series_period VARCHAR(10) NOT NULL,
                    series_number BIGINT UNSIGNED NOT NULL,
                    number {exact:60} NOT NULL,
                    currency CHAR(3) NOT NULL,
                    tax_mode VARCHAR(10) NOT NULL,
                    reason VARCHAR(500) NOT NULL,
                    credited_lines LONGTEXT NOT NULL,
                    taxes TEXT NOT NULL,
                    net BIGINT NOT NULL,
                    tax BIGINT NOT NULL,
                    total BIGINT NOT NULL,
                    from_due BIGINT NOT NULL,
                    surplus BIGINT NOT NULL,
                    surplus_to VARCHAR(10) NOT NULL,
                    idempotency_key {exact:64} NOT NULL,
                    issue_date DATE NOT NULL,
                    issued_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY series_number (kind, series_period, series_number),
                    UNIQUE KEY number (number),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY invoice (invoice_id, id),
                    KEY by_issue_date (issue_date, id),
                    KEY by_total (total, id),
                    KEY client (client_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['credit_notes'];
    }
}
