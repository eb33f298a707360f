<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Emails\Attachment;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** What came, went back or may still come for a pro-forma goes with it to its invoice. */
final readonly class MoneyOfProFormas implements MoneyOfProForma
{
    /** @param Closure(): Receipts $receipts */
    public function __construct(private Database $database, private PaymentRepository $payments, private Closure $receipts)
    {
    }

    public function receipt(int $invoice_id): ?Attachment
    {
        $newest = null;
        foreach ($this->payments->of_invoice($invoice_id, Viewer::system()) as $payment) {
            $newest = Receipts::has($payment) && $payment->id > ($newest->id ?? 0) ? $payment : $newest;
        }
        if ($newest === null || ! $newest->send_receipt) {
            return null;
        }
        $receipt = ($this->receipts)()->of_payment($newest->id, Viewer::system());

        return new Attachment($receipt->bytes, $receipt->filename);
    }

    public function goes_over(int $pro_forma_id, int $invoice_id): void
    {
        $this->database->execute(
            "UPDATE {$this->database->table('payment_allocations')} SET invoice_id = ?, under_way = CASE WHEN under_way IS NULL THEN NULL ELSE ? END WHERE invoice_id = ?",
            [$invoice_id, $invoice_id, $pro_forma_id]
        );
        foreach (['refund_parts', 'credit_uses', 'payment_reversal_parts'] as $table) {
            $this->database->execute("UPDATE {$this->database->table($table)} SET invoice_id = ? WHERE invoice_id = ?", [$invoice_id, $pro_forma_id]);
        }
    }
}
