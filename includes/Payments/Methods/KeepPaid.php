<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** The worker: reads the method that a bill was paid with, where the client agreed that it is kept. */
final readonly class KeepPaid
{
    public const JOB = 'methods.keep';

    private const MOST_ATTEMPTS = 12;

    public function __construct(private Clock $clock, private PaymentRepository $payments, private GatewayRegistry $gateways, private ReadMethods $read)
    {
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
            }
        } catch (GatewayError $error) {
            return $error->is(GatewayErrorKind::Missing) || $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        } catch (DomainError) {
            return $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        }

        return null;
    }
}
