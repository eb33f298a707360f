<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Throwable;

/**
 * The worker: asks the gateway about payments and refunds whose time has come, so that the books are
 * right also where no webhook comes through and whoever paid has closed the tab.
 *
 * A payment nobody has gone on with for a day is cancelled at the gateway: it would keep its invoice
 * from being paid in another way. The next click on Pay begins a new one.
 */
final readonly class ReconcilePayments
{
    private const BATCH = 20;
    private const LEASE = 120;
    private const ABANDONED_AFTER = '-24 hours';

    public function __construct(
        private Clock $clock,
        private PaymentRepository $payments,
        private RefundRepository $refunds,
        private RefreshPayment $refresh,
        private StopPayment $stop,
        private CompleteRefund $complete,
    ) {
    }

    public function due(): void
    {
        foreach ($this->payments->checks()->due(self::BATCH) as $id) {
            if ($this->payments->checks()->lease($id, self::LEASE)) {
                $this->payment($this->payments->get($id));
            }
        }
        foreach ($this->refunds->checks()->due(self::BATCH) as $id) {
            if ($this->refunds->checks()->lease($id, self::LEASE)) {
                $this->refund($this->refunds->get($id));
            }
        }
    }

    private function payment(Payment $before): void
    {
        try {
            $after = $this->refresh->refresh($before)->payment;
            if ($after->is_under_way && $after->state->waits_for_payer() && $after->created_at < $this->clock->now()->modify(self::ABANDONED_AFTER)) {
                $after = $this->stop->stop($after);
            }
        } catch (DomainError) {
            // Keys are missing or another account's: until that is mended there is nobody to ask.
            $after = $this->payments->get($before->id);
        } catch (Throwable $error) {
            // One that goes wrong must not keep the others waiting.
            Errors::from_bug($error);
            $after = $this->payments->get($before->id);
        }
        if ($after->is_under_way) {
            $checks = $after->state === $before->state ? $before->checks + 1 : 0;
            $this->payments->checks()->again($after->id, Backoff::after($this->clock->now(), $checks), $checks);
        }
    }

    private function refund(Refund $before): void
    {
        try {
            $after = $this->complete->handle($before, Actor::system());
        } catch (DomainError) {
            $after = $before;
        } catch (Throwable $error) {
            Errors::from_bug($error);
            $after = $this->refunds->get($before->id);
        }
        if (in_array($after->state, [RefundState::Intended, RefundState::Unknown, RefundState::Pending], true)) {
            $this->refunds->checks()->again($after->id, Backoff::after($this->clock->now(), $before->checks + 1), $before->checks + 1);
        }
    }
}
