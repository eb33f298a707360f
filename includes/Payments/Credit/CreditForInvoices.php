<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Closure;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;

/** What invoices ask about credit. */
final readonly class CreditForInvoices implements CreditOfClients
{
    public const JOB = 'credit.use';

    /** Whoever issued it has done it long before. */
    private const LATER = '+300 seconds';

    /** @param Closure(): UseCredit $use */
    public function __construct(private CreditSettings $settings, private Closure $use, private Database $database, private Clock $clock)
    {
    }

    public function issues(Change $change, Invoice $invoice): void
    {
        if ($invoice->is_payable() && $this->settings->uses_automatically()) {
            $change->job(self::JOB, $invoice->id, $this->clock->now()->modify(self::LATER));
        }
    }

    public function issued(Invoice $invoice): Invoice
    {
        return $invoice->is_payable() && $this->settings->uses_automatically() ? ($this->use)()->for_new($invoice) : $invoice;
    }

    public function used_for(int $invoice_id): int
    {
        return (int) $this->database->value("SELECT SUM(amount) FROM {$this->database->table('credit_uses')} WHERE invoice_id = ?", [$invoice_id]);
    }

    public function on_no_invoice(array $client_ids): array
    {
        if ($client_ids === []) {
            return [];
        }
        $marks = $this->database->marks($client_ids);
        [$payments, $refunds, $reversals] = array_map($this->database->table(...), ['payments', 'refunds', 'payment_reversals']);
        // What came, less what went back, less what settled an invoice, and again what went back of that. One statement, for every list of clients asks this.
        $rows = $this->database->rows(
            "SELECT client_id, currency, SUM(amount) AS amount FROM (
                SELECT client_id, currency, received AS amount FROM {$payments} WHERE client_id IN ({$marks}) AND state = 'succeeded'
                UNION ALL SELECT client_id, currency, -amount FROM {$refunds} WHERE client_id IN ({$marks}) AND state = 'succeeded'
                UNION ALL SELECT payment.client_id, payment.currency, -part.amount FROM {$this->database->table('payment_allocations')} part
                    JOIN {$payments} payment ON payment.id = part.payment_id
                    WHERE payment.client_id IN ({$marks}) AND payment.state = 'succeeded'
                UNION ALL SELECT refund.client_id, refund.currency, part.amount FROM {$this->database->table('refund_parts')} part
                    JOIN {$refunds} refund ON refund.id = part.refund_id
                    WHERE refund.client_id IN ({$marks}) AND refund.state = 'succeeded'
                UNION ALL SELECT client_id, currency, -amount FROM {$reversals} WHERE client_id IN ({$marks}) AND restored_at IS NULL
                UNION ALL SELECT reversal.client_id, reversal.currency, part.amount FROM {$this->database->table('payment_reversal_parts')} part
                    JOIN {$reversals} reversal ON reversal.id = part.reversal_id
                    WHERE reversal.client_id IN ({$marks}) AND reversal.restored_at IS NULL
            ) moved GROUP BY client_id, currency",
            array_merge(...array_fill(0, 6, $client_ids))
        );
        $sums = [];
        foreach ($rows as $row) {
            $sums[(int) $row['client_id']][(string) $row['currency']] = (int) $row['amount'];
        }

        return $sums;
    }
}
