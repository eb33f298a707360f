<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** The worker: reads the method that a bill was paid with, where the client agreed that it is kept. */
final readonly class KeepPaid
{
    public const JOB = 'methods.keep';

    private const MOST_ATTEMPTS = 12;

    /** @param Closure(): FollowsCharges $follows */
    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private GatewayRegistry $gateways,
        private ReadMethods $read,
        private KeptMethodRepository $methods,
        private Closure $follows,
    ) {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to ask again; null once it is kept, or is not to be
     */
    public function handle(int $payment_id, int $attempt): ?DateTimeImmutable
    {
        $payment = $this->payments->find($payment_id, Viewer::system());
        if ($payment?->gateway_payment_id === null || ! $payment->keeps_method() || ! in_array($payment->state, [PaymentState::Succeeded, PaymentState::Processing], true)) {
            return null;
        }
        try {
            $gateway = $this->gateways->of($payment);
            $answer = $gateway instanceof KeepsMethods ? $gateway->fetch($payment->gateway_payment_id) : null;
            if ($gateway instanceof KeepsMethods && $answer !== null && $answer->kept !== '') {
                $this->read->method($gateway, $answer->kept, $answer->mandate, $payment->client_id);
                $this->agreed($gateway, $answer->kept, $payment);
            }
        } catch (GatewayError $error) {
            return $error->is(GatewayErrorKind::Missing) || $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        } catch (DomainError) {
            return $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        }

        return null;
    }

    /** From now on it is charged for what its bills are for. */
    private function agreed(KeepsMethods $gateway, string $id, Payment $payment): void
    {
        $method = $this->methods->find_at_gateway($gateway->name(), $id);
        if ($method !== null && ! $method->is_removed()) {
            $this->changes->run(Actor::gateway($gateway->title()), fn (Change $change) => ($this->follows)()->method_agreed($change, $method, $payment));
        }
    }
}
