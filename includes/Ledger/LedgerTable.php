<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** The books: what moved, on which accounts, and the seals that keep it from being altered unseen. */
final readonly class LedgerTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112620, [
                // source is what moved, and its unique key is what keeps it from being posted twice. day is the business's.
                "CREATE TABLE IF NOT EXISTS {ledger_postings} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    kind VARCHAR(30) NOT NULL,
                    source {exact:80} NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    currency CHAR(3) NOT NULL,
                    occurred_at DATETIME NOT NULL,
                    day DATE NOT NULL,
                    seal_id BIGINT UNSIGNED NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY source (source),
                    KEY statement (client_id, currency, day, id),
                    KEY day (day, id),
                    KEY seal (seal_id, id),
                    KEY unsealed (client_id, seal_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {ledger_entries} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    posting_id BIGINT UNSIGNED NOT NULL,
                    account VARCHAR(40) NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    PRIMARY KEY (id),
                    KEY posting (posting_id),
                    KEY client (client_id, currency, account, id),
                    KEY invoice (invoice_id, account)
                ) {charset_collate}",
                // What the sealed postings of a day changed of what a client owes and has, added in the transaction that seals them:
                // a balance at the end of any day is a sum over days and over the few postings that have no seal yet.
                "CREATE TABLE IF NOT EXISTS {ledger_days} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    currency CHAR(3) NOT NULL,
                    day DATE NOT NULL,
                    receivable BIGINT NOT NULL,
                    credit BIGINT NOT NULL,
                    prepaid BIGINT NOT NULL,
                    PRIMARY KEY (client_id, currency, day)
                ) {charset_collate}",
                // A chain: each hash covers the one before it and the postings of its batch. previous is the seal before it
                // (0 of the first), and its unique key is what keeps two workers from going on from the same one.
                "CREATE TABLE IF NOT EXISTS {ledger_seals} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    previous BIGINT UNSIGNED NOT NULL,
                    up_to_posting_id BIGINT UNSIGNED NOT NULL,
                    postings INT UNSIGNED NOT NULL,
                    hash CHAR(64) NOT NULL,
                    sealed_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY previous (previous)
                ) {charset_collate}",
            ]),
            new Migration(2026112780, [
                // What came of a client and what of it is credit: a list of clients reads a row of each.
                "CREATE TABLE IF NOT EXISTS {ledger_clients} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    currency CHAR(3) NOT NULL,
                    received BIGINT NOT NULL,
                    credit BIGINT NOT NULL,
                    PRIMARY KEY (client_id, currency)
                ) {charset_collate}",
                static fn (Database $database) => (new ClientSums($database))->rebuild(),
            ]),
        ];
    }

    public static function names(): array
    {
        return ['ledger_postings', 'ledger_entries', 'ledger_days', 'ledger_seals', 'ledger_clients'];
    }
}
