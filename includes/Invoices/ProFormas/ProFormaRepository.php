<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\GivenNumber;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/** Reads and writes what is different about pro-formas; all else of them is as of invoices. */
final readonly class ProFormaRepository
{
    /** What an invoice has of the pro-forma it is made from, as it is. */
    private const COPIED = 'client_id, client_sort, portal_id, website_id, currency, tax_mode, discount, coupon, message, subtotal, discounted, net, tax, total, taxes,
        supply_from, supply_to, buyer_reference, payment_terms, purchase_order, exchange_rate';

    private const COPIED_LINES = 'position, plan_id, description, quantity, unit_price, discount, tax_name, tax_rate, tax_category, tax_reason_code, tax_reason,
        unit_code, supply_from, supply_to, amount, coupon_share, interval_unit, interval_count';

    public function __construct(private Database $database)
    {
    }

    /**
     * Its money goes to the invoice that is made of it.
     *
     * @param DateTimeImmutable $paid_at when the money came that completes it
     * @return bool false when it is no open pro-forma any more
     */
    public function close(Invoice $pro_forma, DateTimeImmutable $paid_at): bool
    {
        return $this->database->execute(
            "UPDATE {$this->table()} SET settlement = ?, paid = 0, refunded = 0, due = 0, due_on = NULL, paid_at = ?, version = version + 1
            WHERE id = ? AND kind = ? AND status = ? AND settlement IN ('unpaid', 'part_paid')",
            [Settlement::Invoiced->value, Timestamps::to_row($paid_at), $pro_forma->id, DocumentKind::ProForma->value, InvoiceStatus::Issued->value]
        ) === 1;
    }

    /**
     * The invoice, with nothing paid of it yet. It is due on the day of its issue: it is made because it was paid.
     *
     * @param string $day of issue, "2026-03-31"
     * @return int its id
     * @throws \Counterfoil\Shared\Database\UniqueViolation when there is one, or one with this number
     */
    public function make_invoice(Invoice $pro_forma, GivenNumber $number, string $day, DateTimeImmutable $now): int
    {
        $moment = Timestamps::to_row($now);
        $this->database->execute(
            'INSERT INTO ' . $this->table() . ' (' . self::COPIED . ', status, settlement, kind, series_period, series_number, number, due, due_on, issue_date, due_date, pro_forma_id, version, created_at, issued_at)
            SELECT ' . self::COPIED . ', ?, ?, ?, ?, ?, ?, total, ?, ?, ?, id, 1, ?, ? FROM ' . $this->table() . ' WHERE id = ?',
            [
                InvoiceStatus::Issued->value,
                Settlement::Unpaid->value,
                $number->kind->value,
                $number->period,
                $number->sequence,
                $number->text,
                $day,
                $day,
                $day,
                $moment,
                $moment,
                $pro_forma->id,
            ]
        );
        $id = (int) $this->database->value("SELECT id FROM {$this->table()} WHERE pro_forma_id = ?", [$pro_forma->id]);
        $lines = $this->database->table('invoice_lines');
        $this->database->execute(
            "INSERT INTO {$lines} (invoice_id, " . self::COPIED_LINES . ') SELECT ?, ' . self::COPIED_LINES . " FROM {$lines} WHERE invoice_id = ?",
            [$id, $pro_forma->id]
        );

        $recipients = $this->database->table('invoice_recipients');
        $this->database->execute("INSERT INTO {$recipients} (invoice_id, email, is_copy) SELECT ?, email, is_copy FROM {$recipients} WHERE invoice_id = ?", [$id, $pro_forma->id]);

        return $id;
    }

    /** Nobody is asked for it any more; what came for it stays the client's. Whether money is on its way its caller has asked. */
    public function withdraw(int $id, DateTimeImmutable $now): bool
    {
        return $this->database->execute(
            "UPDATE {$this->table()} SET status = ?, settlement = 'unpaid', due = 0, due_on = NULL, voided_at = ?, version = version + 1
            WHERE id = ? AND kind = ? AND status = ? AND settlement IN ('unpaid', 'part_paid')",
            [InvoiceStatus::Withdrawn->value, Timestamps::to_row($now), $id, DocumentKind::ProForma->value, InvoiceStatus::Issued->value]
        ) === 1;
    }

    /** @return list<string> codes of the currencies in which a pro-forma waits for its money */
    public function open_currencies(): array
    {
        $rows = $this->database->rows("SELECT DISTINCT currency FROM {$this->table()} WHERE kind = ? AND due_on IS NOT NULL ORDER BY currency", [DocumentKind::ProForma->value]);

        return array_map(static fn (array $row): string => (string) $row['currency'], $rows);
    }

    private function table(): string
    {
        return $this->database->table('invoices');
    }
}
