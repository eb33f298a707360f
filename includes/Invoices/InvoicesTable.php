<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Invoices, what is on them, and notes of the staff. */
final readonly class InvoicesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112606, [
                // settlement, paid, refunded, given_back, credited and due follow from payments, refunds and credit notes; they are written again in the
                // same transaction as each of those, so that a list needs no sums. due_on is the due date while
                // something is due, and NULL otherwise: what is open or overdue is found by it alone. pro_forma_id is the pro-forma
                // whose payment made an invoice: its unique key is what keeps two payments from making two.
                "CREATE TABLE IF NOT EXISTS {invoices} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    client_sort {exact:190} NOT NULL DEFAULT '',
                    portal_id BIGINT UNSIGNED NOT NULL,
                    website_id BIGINT UNSIGNED NULL,
                    status VARCHAR(10) NOT NULL,
                    settlement VARCHAR(10) NOT NULL,
                    kind VARCHAR(20) NOT NULL DEFAULT 'invoice',
                    series_period VARCHAR(10) NULL,
                    series_number BIGINT UNSIGNED NULL,
                    number {exact:60} NULL,
                    currency CHAR(3) NOT NULL,
                    tax_mode VARCHAR(10) NOT NULL,
                    discount TEXT NULL,
                    coupon TEXT NULL,
                    message TEXT NOT NULL,
                    subtotal BIGINT NOT NULL,
                    discounted BIGINT NOT NULL,
                    net BIGINT NOT NULL,
                    tax BIGINT NOT NULL,
                    total BIGINT NOT NULL,
                    taxes TEXT NOT NULL,
                    paid BIGINT NOT NULL DEFAULT 0,
                    refunded BIGINT NOT NULL DEFAULT 0,
                    given_back BIGINT NOT NULL DEFAULT 0,
                    credited BIGINT NOT NULL DEFAULT 0,
                    due BIGINT NOT NULL DEFAULT 0,
                    due_on DATE NULL,
                    issue_date DATE NULL,
                    due_date DATE NOT NULL,
                    supply_from DATE NULL,
                    supply_to DATE NULL,
                    buyer_reference VARCHAR(190) NOT NULL DEFAULT '',
                    payment_terms TEXT NULL,
                    purchase_order VARCHAR(60) NOT NULL DEFAULT '',
                    exchange_rate VARCHAR(30) NOT NULL DEFAULT '',
                    pro_forma_id BIGINT UNSIGNED NULL,
                    version INT UNSIGNED NOT NULL DEFAULT 1,
                    created_by BIGINT UNSIGNED NULL,
                    created_at DATETIME NOT NULL,
                    issued_at DATETIME NULL,
                    opened_at DATETIME NULL,
                    paid_at DATETIME NULL,
                    voided_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY series_number (kind, series_period, series_number),
                    UNIQUE KEY number (number, kind),
                    UNIQUE KEY pro_forma (pro_forma_id),
                    KEY by_kind (kind, id),
                    KEY by_state (status, settlement, due_date, id),
                    KEY by_settlement (status, settlement, id),
                    KEY by_client (client_id, status, settlement, id),
                    KEY open (due_on, currency, client_id, due),
                    KEY open_by_client (client_id, due_on, id),
                    KEY by_number (number, id),
                    KEY by_sequence (series_number),
                    KEY by_issue_date (issue_date, id),
                    KEY by_due_date (due_date, id),
                    KEY by_due (due, id),
                    KEY by_total (total, id),
                    KEY by_sort_name (client_sort, id),
                    KEY tallies (status, settlement, currency, due_date, total, due),
                    KEY state_by_issue_date (status, settlement, issue_date, id),
                    KEY state_by_number (status, settlement, number, id),
                    KEY state_by_total (status, settlement, total, id),
                    KEY state_by_sort_name (status, settlement, client_sort, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {invoice_lines} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    position INT UNSIGNED NOT NULL,
                    plan_id BIGINT UNSIGNED NULL,
                    description VARCHAR(500) NOT NULL,
                    quantity VARCHAR(20) NOT NULL,
                    unit_price BIGINT NOT NULL,
                    discount TEXT NULL,
                    tax_name VARCHAR(40) NULL,
                    tax_rate VARCHAR(10) NULL,
                    tax_category VARCHAR(2) NULL,
                    tax_reason_code VARCHAR(40) NOT NULL DEFAULT '',
                    tax_reason VARCHAR(500) NOT NULL DEFAULT '',
                    unit_code VARCHAR(3) NOT NULL DEFAULT 'C62',
                    supply_from DATE NULL,
                    supply_to DATE NULL,
                    amount BIGINT NOT NULL,
                    coupon_share BIGINT NOT NULL DEFAULT 0,
                    interval_unit VARCHAR(10) NULL,
                    interval_count INT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY position (invoice_id, position),
                    KEY plan (plan_id)
                ) {charset_collate}",
                // Whom an invoice's mails go to, where that was chosen for this one.
                "CREATE TABLE IF NOT EXISTS {invoice_recipients} (
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    email {exact:190} NOT NULL,
                    is_copy TINYINT NOT NULL DEFAULT 0,
                    PRIMARY KEY (invoice_id, email),
                    KEY email (email)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {invoice_notes} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    author_id BIGINT UNSIGNED NOT NULL,
                    body TEXT NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY invoice (invoice_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['invoices', 'invoice_lines', 'invoice_recipients', 'invoice_notes'];
    }
}
