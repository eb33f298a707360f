<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Throwable;

/**
 * Looks at the gateway for what its events only hint at. Whatever order they come in and however often,
 * the end is the same: what the gateway says now.
 */
final readonly class ProcessGatewayEvents
{
    private const BATCH = 20;
    private const LEASE = 120;
    private const MOST_ATTEMPTS = 12;

    public function __construct(
        private GatewayEventRepository $events,
        private PaymentRepository $payments,
        private GatewayRegistry $gateways,
        private SettlePayment $settle,
        private ReadRefunds $read_refunds,
    ) {
    }

    /** The worker's part: what could not be done when it came. */
    public function due(): void
    {
        foreach ($this->events->due(self::BATCH) as $id) {
            try {
                $this->one($id);
            } catch (Throwable $error) {
                // Its lease runs out, then it is tried again; the others need not wait for it.
                Errors::from_bug($error);
            }
        }
    }

    public function one(int $id): void
    {
        $event = $this->events->lease($id, self::LEASE);
        if ($event === null) {
            return;
        }
        try {
            $note = $this->look($event);
        } catch (GatewayError $error) {
            if ($error->is(GatewayErrorKind::Missing)) {
                $this->events->finish($id, 'ignored', 'The gateway has no such payment.');
            } elseif ($event->attempts >= self::MOST_ATTEMPTS) {
                $this->events->finish($id, 'ignored', $error->getMessage());
            } else {
                $this->events->try_again($event, $error->getMessage());
            }

            return;
        } catch (DomainError $error) {
            $this->events->finish($id, 'ignored', $error->reason);

            return;
        }
        $this->events->finish($id, $note === '' ? 'done' : 'ignored', $note);
    }

    /** @return string why there was nothing to do, or "" */
    private function look(GatewayEvent $event): string
    {
        $gateway = $this->gateways->named($event->gateway, $event->mode);
        if (! $gateway instanceof TakesPayments) {
            return 'It takes no payments.';
        }
        $answer = $gateway->fetch($event->object_id);
        $payment = $this->payments->find_at_gateway($event->gateway, $answer->id) ?? $this->by_token($answer);
        if ($payment === null) {
            return 'Not begun here.';
        }
        if ($payment->account !== $gateway->account()) {
            return 'other account';
        }
        $settled = $this->settle->handle($payment, $answer, $gateway->title());
        if ($event->is_about_refunds()) {
            $this->read_refunds->handle($settled);
        }

        return '';
    }

    /** The answer to our own call may not have arrived yet: its id is not here, but its token is. */
    private function by_token(GatewayPayment $answer): ?Payment
    {
        $payment = $answer->payment_id > 0 ? $this->payments->find($answer->payment_id) : null;

        return $payment !== null && $payment->gateway_payment_id === null && hash_equals($payment->token(), $answer->token) ? $payment : null;
    }
}
