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

    public function on_no_invoice(array $client_ids): array
    {
        if ($client_ids === []) {
            return [];
        }
        $marks = $this->database->marks($client_ids);
        $sums = [];
        $add = static function (array $rows) use (&$sums): void {
            foreach ($rows as $row) {
                $sums[(int) $row['client_id']][(string) $row['currency']] = ($sums[(int) $row['client_id']][(string) $row['currency']] ?? 0) + (int) $row['amount'];
            }
        };
        foreach (['payments' => 'received', 'refunds' => '-amount'] as $table => $amount) {
            $add($this->database->rows("SELECT client_id, currency, SUM({$amount}) AS amount FROM {$this->database->table($table)} WHERE client_id IN ({$marks}) AND state = 'succeeded' GROUP BY client_id, currency", $client_ids));
        }
        $add($this->database->rows(
            "SELECT payment.client_id, payment.currency, -SUM(part.amount) AS amount FROM {$this->database->table('payment_allocations')} part
            JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE payment.client_id IN ({$marks}) AND payment.state = 'succeeded' GROUP BY payment.client_id, payment.currency",
            $client_ids
        ));
        $add($this->database->rows(
            "SELECT refund.client_id, refund.currency, SUM(part.amount) AS amount FROM {$this->database->table('refund_parts')} part
            JOIN {$this->database->table('refunds')} refund ON refund.id = part.refund_id
            WHERE refund.client_id IN ({$marks}) AND refund.state = 'succeeded' GROUP BY refund.client_id, refund.currency",
            $client_ids
        ));

        return $sums;
    }
}
