<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;

/**
 * Whoever comes back sees what became of the payments they left: with their tab closed at any moment, and
 * where no webhook comes through. Only of those just left; what is older the worker asks for.
 */
final readonly class CatchUp
{
    private const SINCE = '-20 minutes';

    /** Seconds a page waits for all of them together; then it says what is known. */
    private const SECONDS = 3.0;

    public function __construct(private Clock $clock, private UnderWayQuery $under_way, private RefreshPayment $refresh, private GatewayLine $line)
    {
    }

    public function handle(int $client_id): void
    {
        $this->line->within(self::SECONDS, fn () => $this->ask($client_id));
    }

    private function ask(int $client_id): void
    {
        foreach ($this->under_way->just_left_by($client_id, $this->clock->now()->modify(self::SINCE)) as $payment) {
            try {
                $this->refresh->refresh($payment);
            } catch (DomainError) {
                // Its gateway can't be asked any more. The page says what is known.
            }
        }
    }
}
