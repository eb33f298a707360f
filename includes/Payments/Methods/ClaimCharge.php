<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** One process at a time asks a gateway to charge: by compare-and-set, for as long as a call lasts. */
final readonly class ClaimCharge
{
    /** A call to a gateway, and what comes before it, is over by then. */
    private const ASKING = '-1 minute';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * This process does not ask for them after all.
     *
     * @param non-empty-list<Payment> $charges as they were claimed
     */
    public function give_back(array $charges): void
    {
        $these = Condition::in('id', array_map(static fn (Payment $charge): int => $charge->id, $charges));
        $this->database->execute("UPDATE {$this->database->table('payments')} SET asked_at = NULL WHERE {$these->sql} AND gateway_payment_id IS NULL AND state = 'intended'", $these->arguments);
    }

    /** @return bool false while another process asks, or when there is nothing to ask any more */
    public function handle(Payment $charge): bool
    {
        $now = $this->clock->now();

        return $this->database->execute(
            "UPDATE {$this->database->table('payments')} SET asked_at = ? WHERE id = ? AND gateway_payment_id IS NULL AND state IN ('intended', 'unknown') AND (asked_at IS NULL OR asked_at < ?)",
            [Timestamps::to_row($now), $charge->id, Timestamps::to_row($now->modify(self::ASKING))]
        ) === 1;
    }
}
