<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;

/**
 * Whoever comes back sees what became of the payments they left: with their tab closed at any moment, and
 * where no webhook comes through. Only of those just left; what is older the worker asks for.
 */
final readonly class CatchUp
{
    private const SINCE = '-20 minutes';

    public function __construct(private Clock $clock, private PaymentRepository $payments, private RefreshPayment $refresh)
    {
    }

    public function handle(int $client_id): void
    {
        foreach ($this->payments->just_left_by($client_id, $this->clock->now()->modify(self::SINCE)) as $payment) {
            try {
                $this->refresh->refresh($payment);
            } catch (DomainError) {
                // Its gateway can't be asked any more. The page says what is known.
            }
        }
    }
}
