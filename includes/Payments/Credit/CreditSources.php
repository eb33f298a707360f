<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** Where a client's credit lies, the oldest payments first. What is about to be refunded is none of it. */
final readonly class CreditSources
{
    public function __construct(private Database $database, private PaymentRepository $payments, private AllocationRepository $allocations, private InvoiceRepository $invoices)
    {
    }

    /** @return list<CreditSource> */
    public function of_client(int $client_id, string $currency): array
    {
        $over = $this->over($this->invoices->with_credit($client_id, $currency));

        return $this->in($this->holding($client_id, $currency, array_keys($over)), $over);
    }

    /** @return list<CreditSource> of one payment; its caller holds the rows */
    public function of_payment(Payment $payment): array
    {
        return $this->in([$payment], $this->over($this->invoices->with_credit($payment->client_id, $payment->amount->currency->code)));
    }

    /**
     * @param list<CreditSource> $sources
     * @return int minor units
     */
    public static function sum(array $sources): int
    {
        return array_sum(array_map(static fn (CreditSource $source): int => $source->amount, $sources));
    }

    /**
     * @param list<Payment> $payments
     * @param array<int, int> $over what is over on invoices
     * @return list<CreditSource>
     */
    private function in(array $payments, array $over): array
    {
        $sources = [];
        foreach ($payments as $payment) {
            $taken = $this->allocations->taken_back($payment->id);
            $free = $payment->on_no_invoice($taken);
            if ($free > 0) {
                $sources[] = new CreditSource($payment, null, $free);
            }
            foreach ($payment->allocations as $allocation) {
                $amount = min($over[$allocation->invoice_id] ?? 0, $allocation->amount - ($taken[$allocation->id] ?? 0));
                if ($amount > 0) {
                    $sources[] = new CreditSource($payment, $allocation, $amount);
                    $over[$allocation->invoice_id] -= $amount;
                }
            }
        }

        return $sources;
    }

    /**
     * What came for these invoices, or is on no invoice with a part of it.
     *
     * @param list<int> $invoice_ids of the client, with credit
     * @return list<Payment> oldest first
     */
    private function holding(int $client_id, string $currency, array $invoice_ids): array
    {
        [$payments, $parts] = [$this->database->table('payments'), $this->database->table('payment_allocations')];
        $for_these = $invoice_ids === [] ? '' : "OR id IN (SELECT payment_id FROM {$parts} WHERE invoice_id IN ({$this->database->marks($invoice_ids)}))";
        $rows = $this->database->rows(
            "SELECT id FROM {$payments} WHERE client_id = ? AND currency = ? AND state = 'succeeded'
            AND (received > (SELECT COALESCE(SUM(part.amount), 0) FROM {$parts} part WHERE part.payment_id = {$payments}.id) {$for_these})",
            [$client_id, $currency, ...$invoice_ids]
        );

        return array_values($this->payments->by_ids(array_map(static fn (array $row): int => (int) $row['id'], $rows), Viewer::system()));
    }

    /**
     * @param list<Invoice> $invoices
     * @return array<int, int> what is over on each and not about to go back
     */
    private function over(array $invoices): array
    {
        if ($invoices === []) {
            return [];
        }
        $over = [];
        $going = $this->allocations->going_back(array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));
        foreach ($invoices as $invoice) {
            $over[$invoice->id] = max(0, $invoice->credit()->amount - ($going[$invoice->id] ?? 0));
        }

        return $over;
    }
}
