<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** Keeps each dispute of a gateway once. */
final readonly class DisputeRepository
{
    private const TABLE = 'disputes';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(string $gateway, string $gateway_dispute_id): ?Dispute
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE gateway = ? AND gateway_dispute_id = ?", [$gateway, $gateway_dispute_id]);

        return $row === null ? null : Dispute::from_row($row);
    }

    /** @throws UniqueViolation when it is written already */
    public function insert(Payment $payment, GatewayDispute $answer, string $flag): int
    {
        return $this->database->insert(self::TABLE, [
            'payment_id' => $payment->id,
            'client_id' => $payment->client_id,
            'gateway' => $payment->gateway,
            'gateway_dispute_id' => $answer->id,
            'created_at' => $this->now(),
            ...$this->columns($answer, $flag),
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
    public function move(Dispute $dispute, GatewayDispute $answer, string $flag): bool
    {
        return $this->database->update(self::TABLE, $this->columns($answer, $flag), ['id' => $dispute->id, 'state' => $dispute->state->value]) === 1;
    }

    /** @return array<string, int|string|null> */
    private function columns(GatewayDispute $answer, string $flag): array
    {
        return [
            'state' => $answer->state->value,
            'amount' => $answer->amount,
            'currency' => $answer->currency,
            'reason' => mb_substr($answer->reason, 0, 60),
            'flag' => $flag,
            'respond_by' => $answer->respond_by === null ? null : Timestamps::to_row($answer->respond_by),
            'updated_at' => $this->now(),
        ];
    }

    private function now(): string
    {
        return Timestamps::to_row($this->clock->now());
    }
}
