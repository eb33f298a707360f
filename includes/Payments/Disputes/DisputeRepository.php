<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Viewer;

/** Keeps each dispute of a gateway once. */
final readonly class DisputeRepository
{
    private const TABLE = 'disputes';

    /** And inquiries: nothing is decided of any of them. */
    public const UNDECIDED = "state IN ('inquiry', 'opened', 'under_review')";

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(string $gateway, string $gateway_dispute_id): ?Dispute
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE gateway = ? AND gateway_dispute_id = ?", [$gateway, $gateway_dispute_id]);

        return $row === null ? null : Dispute::from_row($row);
    }

    public function get(int $id): Dispute
    {
        return Dispute::from_row((array) $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]));
    }

    /**
     * @param list<int> $payment_ids
     * @return array<int, list<Dispute>> of each that has any, oldest first
     */
    public function of_payments(array $payment_ids): array
    {
        $disputes = [];
        $rows = $payment_ids === [] ? [] : $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE payment_id IN ({$this->database->marks($payment_ids)}) ORDER BY id", $payment_ids);
        foreach ($rows as $row) {
            $disputes[(int) $row['payment_id']][] = Dispute::from_row($row);
        }

        return $disputes;
    }

    /** @return list<Dispute> those that are not decided, and inquiries: newest first */
    public function open(Viewer $viewer, int $limit): array
    {
        $seen = (new Condition(self::UNDECIDED))->and($viewer->condition('client_id'));
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$seen->sql} ORDER BY id DESC LIMIT ?",
            [...$seen->arguments, $limit]
        );

        return array_map(Dispute::from_row(...), $rows);
    }

    /** Whether the payer's bank disputes a payment and has not decided yet. An inquiry is none: a refund ends it. */
    public function is_undecided(int $payment_id): bool
    {
        return $this->database->value(
            "SELECT id FROM {$this->database->table(self::TABLE)} WHERE payment_id = ? AND state IN ('opened', 'under_review') LIMIT 1",
            [$payment_id]
        ) !== null;
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return list<int> those of which a payment is disputed or asked about, and nothing is decided
     */
    public function among(array $invoice_ids): array
    {
        $of = Condition::in('part.invoice_id', $invoice_ids);
        $rows = $this->database->rows(
            "SELECT part.invoice_id FROM {$this->database->table('payment_allocations')} part
            JOIN {$this->database->table(self::TABLE)} dispute ON dispute.payment_id = part.payment_id WHERE {$of->sql} AND dispute." . self::UNDECIDED,
            $of->arguments
        );

        return array_map(static fn (array $row): int => (int) $row['invoice_id'], $rows);
    }

    /** Whether money that had paid an invoice is held by a dispute that is not decided: nobody asks for it meanwhile. */
    public function holds_money_of(int $invoice_id): bool
    {
        return $this->with_money_of([$invoice_id], "'opened', 'under_review', 'won'") !== [];
    }

    /** Whether a dispute took money that had paid an invoice, decided or not: the payer's bank forbids to charge it again. */
    public function took_money_of(int $invoice_id): bool
    {
        return $this->took_money_among([$invoice_id]) !== [];
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return list<int> those of them
     */
    public function took_money_among(array $invoice_ids): array
    {
        return $this->with_money_of($invoice_ids, "'opened', 'under_review', 'won', 'lost'");
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @param string $states of disputes, as SQL has a list of them
     * @return list<int> those of the invoices
     */
    private function with_money_of(array $invoice_ids, string $states): array
    {
        $of = Condition::in('part.invoice_id', $invoice_ids);
        $rows = $this->database->rows(
            "SELECT DISTINCT part.invoice_id FROM {$this->database->table('payment_reversal_parts')} part
            JOIN {$this->database->table('payment_reversals')} reversal ON reversal.id = part.reversal_id AND reversal.restored_at IS NULL AND reversal.reason = 'disputed'
            JOIN {$this->database->table(self::TABLE)} dispute ON dispute.payment_id = reversal.payment_id AND dispute.state IN ({$states})
            WHERE {$of->sql}",
            $of->arguments
        );

        return array_map(static fn (array $row): int => (int) $row['invoice_id'], $rows);
    }

    /**
     * Its money moved.
     *
     * @return bool false when as much or more of it is known already
     */
    public function moved(Dispute $dispute, GatewayDispute $answer): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET taken = ?, movements = ?, fee = ?, fee_currency = ?, updated_at = ? WHERE id = ? AND movements < ?",
            [$answer->taken, $answer->movements, $answer->fee, $answer->fee_currency, $this->now(), $dispute->id, $answer->movements]
        ) === 1;
    }

    /** @throws UniqueViolation when it is written already */
    public function insert(Payment $payment, GatewayDispute $answer): int
    {
        return $this->database->insert(self::TABLE, [
            'payment_id' => $payment->id,
            'client_id' => $payment->client_id,
            'gateway' => $payment->gateway,
            'gateway_dispute_id' => $answer->id,
            'created_at' => $this->now(),
            ...$this->columns($answer),
        ]);
    }

    /**
     * @param list<int> $payment_ids
     * @return array<int, int> minor units that were lost, in the payment's currency, by payment
     */
    public function lost(array $payment_ids): array
    {
        $rows = $payment_ids === [] ? [] : $this->database->rows(
            "SELECT dispute.payment_id, SUM(dispute.amount) AS amount FROM {$this->database->table(self::TABLE)} dispute
            JOIN {$this->database->table('payments')} payment ON payment.id = dispute.payment_id AND payment.currency = dispute.currency
            WHERE dispute.payment_id IN ({$this->database->marks($payment_ids)}) AND dispute.state = 'lost' GROUP BY dispute.payment_id",
            $payment_ids
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['payment_id'], (int) $row['amount']], $rows), 1, 0);
    }

    /** @return bool false when it is not in the state it was believed to be in */
    public function move(Dispute $dispute, GatewayDispute $answer): bool
    {
        return $this->database->update(self::TABLE, $this->columns($answer), ['id' => $dispute->id, 'state' => $dispute->state->value]) === 1;
    }

    /** @return array<string, int|string|null> */
    private function columns(GatewayDispute $answer): array
    {
        return [
            'state' => $answer->state->value,
            'amount' => $answer->amount,
            'currency' => $answer->currency,
            'reason' => mb_substr($answer->reason, 0, 60),
            'url' => $answer->url,
            'respond_by' => $answer->respond_by === null ? null : Timestamps::to_row($answer->respond_by),
            'updated_at' => $this->now(),
        ];
    }

    private function now(): string
    {
        return Timestamps::to_row($this->clock->now());
    }
}
