<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Money that was asked for, came, or went back; and what gateways told us. */
final readonly class PaymentsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112607, [
                // refunded is set aside before a gateway is asked and given free when it says no: the sum of the refunds
                // that did not fail. Refunds can't be more than what came because this is raised by compare-and-set.
                // reversed is what was taken back without our asking and has not come again: the sum of its reversals.
                // expected_on is the day by which it is known whether the money came, while it is with a bank; returnable says that the
                // payer's bank may take it back weeks later.
                // part says that the payer chose to pay less than is due.
                // method_id is the kept method that is charged without the client being there; asked_at when the gateway was last
                // asked for that, so that one process at a time does. consent is the version of what the
                // payer was told where the method is kept that it is paid with (Consent::VERSION); 0 where it is not.
                // received_on is the business's day of succeeded_at, in the zone it had then: what was counted to a month stays in it.
                // flag is a PaymentFlag; took is what the gateway took, where that is not what was asked for.
                "CREATE TABLE IF NOT EXISTS {payments} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    mode VARCHAR(10) NOT NULL,
                    account {exact:60} NOT NULL DEFAULT '',
                    gateway_payment_id {exact:120} NULL,
                    state VARCHAR(20) NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    received BIGINT NOT NULL DEFAULT 0,
                    refunded BIGINT NOT NULL DEFAULT 0,
                    reversed BIGINT NOT NULL DEFAULT 0,
                    idempotency_key {exact:64} NOT NULL,
                    method VARCHAR(120) NOT NULL DEFAULT '',
                    reference VARCHAR(100) NOT NULL DEFAULT '',
                    failure_code VARCHAR(60) NOT NULL DEFAULT '',
                    failure VARCHAR(500) NOT NULL DEFAULT '',
                    flag VARCHAR(30) NOT NULL DEFAULT '',
                    took BIGINT NOT NULL DEFAULT 0,
                    took_currency VARCHAR(3) NOT NULL DEFAULT '',
                    expected_on CHAR(10) NULL,
                    returnable TINYINT NOT NULL DEFAULT 0,
                    part TINYINT NOT NULL DEFAULT 0,
                    method_id BIGINT UNSIGNED NULL,
                    asked_at DATETIME NULL,
                    consent INT UNSIGNED NOT NULL DEFAULT 0,
                    send_receipt TINYINT NOT NULL DEFAULT 1,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    succeeded_at DATETIME NULL,
                    received_on DATE NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_payment (gateway, gateway_payment_id),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY client (client_id, id),
                    KEY client_state (client_id, state),
                    KEY by_success (state, succeeded_at, id),
                    KEY by_received (state, received, id),
                    KEY by_reference (reference),
                    KEY by_method (method_id, state),
                    KEY by_change (state, updated_at),
                    KEY by_flag (flag, updated_at)
                ) {charset_collate}",
                // What a payment is for: one may settle several invoices, an invoice may be settled by several. asked is what
                // it is to bring for this invoice, amount what it brought (0 before it came; the last one of a payment has
                // what is over, which is the client's credit). under_way is the invoice's id while the payment may still
                // take money, and NULL afterwards: its unique key is what keeps two payments from running for one invoice.
                "CREATE TABLE IF NOT EXISTS {payment_allocations} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    asked BIGINT NOT NULL,
                    amount BIGINT NOT NULL DEFAULT 0,
                    under_way BIGINT UNSIGNED NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY under_way (under_way),
                    UNIQUE KEY payment (payment_id, invoice_id),
                    KEY invoice (invoice_id, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {refunds} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    payment_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NOT NULL,
                    gateway VARCHAR(20) NOT NULL,
                    gateway_refund_id {exact:120} NULL,
                    state VARCHAR(20) NOT NULL,
                    amount BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    reason VARCHAR(190) NOT NULL DEFAULT '',
                    failure VARCHAR(500) NOT NULL DEFAULT '',
                    idempotency_key {exact:64} NOT NULL,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY gateway_refund (gateway, gateway_refund_id),
                    UNIQUE KEY idempotency_key (idempotency_key),
                    KEY payment (payment_id, id),
                    KEY client_state (client_id, state),
                    KEY by_state (state, created_at)
                ) {charset_collate}",
                // How much of what a payment brought for an invoice a refund takes back. What it gives back beyond that
                // was on no invoice: it lowers the client's credit.
                "CREATE TABLE IF NOT EXISTS {refund_parts} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    refund_id BIGINT UNSIGNED NOT NULL,
                    allocation_id BIGINT UNSIGNED NOT NULL,
                    invoice_id BIGINT UNSIGNED NOT NULL,
                    amount BIGINT NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY refund (refund_id, allocation_id),
                    KEY allocation (allocation_id),
                    KEY invoice (invoice_id)
                ) {charset_collate}",
                // What came on a day and is left, of those payments whose id falls to a part (ReceivedDays).
                "CREATE TABLE IF NOT EXISTS {received_days} (
                    day DATE NOT NULL,
                    currency CHAR(3) NOT NULL,
                    part TINYINT UNSIGNED NOT NULL,
                    how_many INT NOT NULL,
                    kept BIGINT NOT NULL,
                    PRIMARY KEY (day, currency, part)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['payments', 'payment_allocations', 'refunds', 'refund_parts', 'received_days'];
    }
}
