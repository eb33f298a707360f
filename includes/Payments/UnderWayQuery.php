<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\OnItsWay;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Payments that are not settled: which invoices wait for one, until when, and which of them to ask their gateway for.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class UnderWayQuery
{
    public function __construct(private Database $database, private PaymentRepository $payments, private DisputeRepository $disputes)
    {
    }

    /** Whether money for an invoice is on its way, or held by a dispute that is not decided: nobody is asked for it meanwhile. */
    public function is_waited_for(int $invoice_id): bool
    {
        return $this->payments->under_way_of($invoice_id) !== null || $this->disputes->holds_money_of($invoice_id);
    }

    /** Whether a kept method is being charged, or its money is with a bank. */
    public function is_charged(int $method_id): bool
    {
        return $this->database->value(
            "SELECT payment.id FROM {$this->database->table('payment_allocations')} part JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE part.under_way IS NOT NULL AND payment.method_id = ? AND payment.state IN ('intended', 'unknown', 'processing') LIMIT 1",
            [$method_id]
        ) !== null;
    }

    /**
     * @param list<int> $invoice_ids
     * @return array<int, OnItsWay> those whose payment is with a bank
     */
    public function on_their_way(array $invoice_ids): array
    {
        if ($invoice_ids === []) {
            return [];
        }
        $rows = $this->database->rows(
            "SELECT part.under_way, part.asked, payment.currency, payment.expected_on FROM {$this->database->table('payment_allocations')} part JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE part.under_way IN ({$this->database->marks($invoice_ids)}) AND payment.state = ?",
            [...$invoice_ids, PaymentState::Processing->value]
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['under_way'], new OnItsWay(Money::of((int) $row['asked'], (string) $row['currency']), $row['expected_on'])], $rows), 1, 0);
    }

    /** @return list<Payment> of a client, begun since then; oldest first */
    public function just_left_by(int $client_id, DateTimeImmutable $since): array
    {
        return $this->found('payment.client_id = ? AND payment.created_at >= ?', [$client_id, Timestamps::to_row($since)]);
    }

    /** Whether a client has paid since then, or is paying, with a method that is kept for what the payment is for. */
    public function keeps_method_of(int $client_id, DateTimeImmutable $since): bool
    {
        return $this->database->value(
            "SELECT id FROM {$this->database->table('payments')} WHERE client_id = ? AND consent > 0 AND created_at >= ? AND state NOT IN (?, ?) LIMIT 1",
            [$client_id, Timestamps::to_row($since), PaymentState::Failed->value, PaymentState::Cancelled->value]
        ) !== null;
    }

    /** @return list<Payment> of a mode of a gateway, oldest first */
    public function in_mode(string $gateway, string $mode, int $limit): array
    {
        return $this->found('payment.gateway = ? AND payment.mode = ?', [$gateway, $mode], $limit);
    }

    /** How many payments and refunds are not settled yet in a mode. */
    public function count_in_mode(string $gateway, string $mode): int
    {
        $payments = $this->database->value(
            "SELECT COUNT(DISTINCT p.id) FROM {$this->database->table('payment_allocations')} a JOIN {$this->database->table('payments')} p ON p.id = a.payment_id
            WHERE a.under_way IS NOT NULL AND p.gateway = ? AND p.mode = ?",
            [$gateway, $mode]
        );
        $refunds = $this->database->value(
            "SELECT COUNT(*) FROM {$this->database->table('refunds')} r JOIN {$this->database->table('payments')} p ON p.id = r.payment_id
            WHERE p.gateway = ? AND p.mode = ? AND r.state IN ('intended', 'unknown', 'pending')",
            [$gateway, $mode]
        );

        return (int) $payments + (int) $refunds;
    }

    /**
     * @param list<Value> $arguments
     * @return list<Payment> oldest first
     */
    private function found(string $condition, array $arguments, int $limit = 1000): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT payment.id FROM {$this->database->table('payment_allocations')} part JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE part.under_way IS NOT NULL AND {$condition} ORDER BY payment.id LIMIT ?",
            [...$arguments, $limit]
        );

        return array_values($this->payments->by_ids(array_map(static fn (array $row): int => (int) $row['id'], $rows), Viewer::system()));
    }
}
