<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Bank statements that were imported, their lines, what columns of CSV files mean, and who pays from which account. */
final readonly class BankTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112710, [
                "CREATE TABLE IF NOT EXISTS {bank_imports} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    format VARCHAR(10) NOT NULL,
                    file_name VARCHAR(190) NOT NULL,
                    account VARCHAR(60) NOT NULL DEFAULT '',
                    first_day DATE NULL,
                    last_day DATE NULL,
                    line_count INT UNSIGNED NOT NULL DEFAULT 0,
                    added INT UNSIGNED NOT NULL DEFAULT 0,
                    imported_by VARCHAR(190) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id)
                ) {charset_collate}",
                // identity stands for the line itself, whichever file it came in: its unique key is what keeps a line of two
                // overlapping files from being taken twice. Where the same line comes in another format, its identity is another one:
                // LinesOfOtherFormats finds it by its day and amount. own_account is the one the statement is of. state goes from open to matched or ignored by compare-and-set, and
                // round counts how often it was matched: with it the key of its payment is a new one after an undo.
                // amount is below zero where money went out. proposal is a Proposal as JSON.
                "CREATE TABLE IF NOT EXISTS {bank_entries} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    import_id BIGINT UNSIGNED NOT NULL,
                    identity {exact:64} NOT NULL,
                    own_account VARCHAR(60) NOT NULL DEFAULT '',
                    booked_on DATE NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    name VARCHAR(190) NOT NULL DEFAULT '',
                    account VARCHAR(60) NOT NULL DEFAULT '',
                    purpose VARCHAR(1000) NOT NULL DEFAULT '',
                    reference VARCHAR(140) NOT NULL DEFAULT '',
                    state VARCHAR(10) NOT NULL,
                    grade VARCHAR(10) NOT NULL,
                    why VARCHAR(30) NOT NULL DEFAULT '',
                    proposal TEXT NULL,
                    proposed_client_id BIGINT UNSIGNED NULL,
                    client_id BIGINT UNSIGNED NULL,
                    payment_id BIGINT UNSIGNED NULL,
                    round INT UNSIGNED NOT NULL DEFAULT 0,
                    matched_by VARCHAR(190) NOT NULL DEFAULT '',
                    matched_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY identity (identity),
                    UNIQUE KEY payment (payment_id),
                    KEY by_day (booked_on, id),
                    KEY by_amount (booked_on, amount),
                    KEY by_import (import_id, state, grade, booked_on, id),
                    KEY by_import_day (import_id, booked_on, id),
                    KEY by_state (state, grade, booked_on, id),
                    KEY by_proposed_client (proposed_client_id, state),
                    KEY by_client (client_id, booked_on, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {bank_mappings} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    shape {exact:64} NOT NULL,
                    header TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    saved_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY shape (shape)
                ) {charset_collate}",
                // Who paid a match that somebody confirmed: payer stands for an account, or for a name where there is none.
                "CREATE TABLE IF NOT EXISTS {bank_payers} (
                    payer {exact:64} NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    seen_at DATETIME NOT NULL,
                    PRIMARY KEY (payer),
                    KEY client (client_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['bank_imports', 'bank_entries', 'bank_mappings', 'bank_payers'];
    }
}
