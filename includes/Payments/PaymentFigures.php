<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\MoneyFigures;
use Counterfoil\Ledger\Postings;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Payments\Reversals\ReversalFigures;
use Counterfoil\Shared\Database\Database;

/** What is kept of payments follows from their refunds and from what they are for, and is what the books say of them. */
final readonly class PaymentFigures implements MoneyFigures
{
    private const CHUNK = 500;

    public function __construct(private Database $database, private AllocationRepository $allocations, private Postings $postings, private ReversalFigures $reversals, private ReceivedDays $days)
    {
    }

    public function of_invoices(array $invoice_ids): array
    {
        return $this->allocations->sums_of($invoice_ids);
    }

    public function of_clients(array $client_ids): array
    {
        $sums = [];
        $marks = $this->database->marks($client_ids);
        foreach (['payments' => ['received', "state = 'succeeded'"], 'refunds' => ['-amount', "state = 'succeeded'"], 'payment_reversals' => ['-amount', 'restored_at IS NULL']] as $table => [$amount, $counts]) {
            $rows = $this->database->rows(
                "SELECT client_id, currency, SUM({$amount}) AS amount FROM {$this->database->table($table)} WHERE client_id IN ({$marks}) AND {$counts} GROUP BY client_id, currency",
                $client_ids
            );
            foreach ($rows as $row) {
                $sums[(int) $row['client_id']][(string) $row['currency']] = ($sums[(int) $row['client_id']][(string) $row['currency']] ?? 0) + (int) $row['amount'];
            }
        }

        return $sums;
    }

    public function differences(): iterable
    {
        $after = 0;
        while (($rows = $this->chunk($after)) !== []) {
            $ids = array_map(static fn (array $row): int => (int) $row['id'], $rows);
            $after = max($ids);
            $posted = $this->postings->received(array_map(static fn (int $id): string => "payment:{$id}", $ids));
            foreach ($rows as $row) {
                $came = $row['state'] === PaymentState::Succeeded->value;
                yield from Difference::between("payment {$row['id']}", [
                    'refunded' => (int) $row['refunded'],
                    'taken back' => (int) $row['reversed'],
                    'received in the books' => $posted["payment:{$row['id']}"] ?? 0,
                    'for invoices beyond what came' => max(0, (int) $row['for_invoices'] - (int) $row['received']),
                    'invoices it runs for although it ended' => PaymentState::from((string) $row['state'])->is_final() ? (int) $row['under_way'] : 0,
                ], [
                    'refunded' => (int) $row['set_aside'],
                    'taken back' => (int) $row['taken'],
                    'received in the books' => $came ? (int) $row['received'] : 0,
                    'for invoices beyond what came' => 0,
                    'invoices it runs for although it ended' => 0,
                ]);
            }
            yield from $this->refunds($ids);
            yield from $this->reversals->differences($ids);
        }
        yield from $this->days->differences();
    }

    /** @return list<array<string, string|null>> */
    private function chunk(int $after): array
    {
        return $this->database->rows(
            "SELECT p.id, p.state, p.received, p.refunded, p.reversed,
                (SELECT COALESCE(SUM(v.amount), 0) FROM {$this->database->table('payment_reversals')} v WHERE v.payment_id = p.id AND v.restored_at IS NULL) AS taken,
                (SELECT COALESCE(SUM(r.amount), 0) FROM {$this->database->table('refunds')} r WHERE r.payment_id = p.id AND r.state <> 'failed') AS set_aside,
                (SELECT COALESCE(SUM(a.amount), 0) FROM {$this->database->table('payment_allocations')} a WHERE a.payment_id = p.id) AS for_invoices,
                (SELECT COUNT(a.under_way) FROM {$this->database->table('payment_allocations')} a WHERE a.payment_id = p.id) AS under_way
            FROM {$this->database->table('payments')} p WHERE p.id > ? ORDER BY p.id LIMIT ?",
            [$after, self::CHUNK]
        );
    }

    /**
     * @param non-empty-list<int> $payment_ids
     * @return iterable<Difference>
     */
    private function refunds(array $payment_ids): iterable
    {
        $rows = $this->database->rows(
            "SELECT r.id, r.state, r.amount, COALESCE(SUM(part.amount), 0) AS parts FROM {$this->database->table('refunds')} r
            LEFT JOIN {$this->database->table('refund_parts')} part ON part.refund_id = r.id
            WHERE r.payment_id IN ({$this->database->marks($payment_ids)}) GROUP BY r.id, r.state, r.amount",
            $payment_ids
        );
        $sources = array_merge(...array_map(static fn (array $row): array => ["refund:{$row['id']}", "refund:{$row['id']}:returned"], $rows));
        $posted = $this->postings->received($sources);
        foreach ($rows as $row) {
            $books = ($posted["refund:{$row['id']}"] ?? 0) + ($posted["refund:{$row['id']}:returned"] ?? 0);
            yield from Difference::between("refund {$row['id']}", [
                'given back in the books' => -$books,
                'taken from invoices beyond what went back' => max(0, (int) $row['parts'] - (int) $row['amount']),
            ], [
                'given back in the books' => $row['state'] === RefundState::Succeeded->value ? (int) $row['amount'] : 0,
                'taken from invoices beyond what went back' => 0,
            ]);
        }
    }
}
