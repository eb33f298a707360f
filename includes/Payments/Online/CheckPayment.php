<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;
use Throwable;

/**
 * The worker: asks the gateway about a payment until it is known what became of it, so that the books are right also
 * where no webhook comes through and whoever paid has closed the tab.
 *
 * What nobody has gone on with for a day is cancelled at the gateway: it would keep its invoice from being paid in
 * another way. What does not fit its invoice any more (paid in another way, void) is cancelled at once, and asked about
 * until the gateway says that it can take no money.
 */
final readonly class CheckPayment
{
    public const JOB = 'payments.check';

    private const ABANDONED_AFTER = '-24 hours';

    /** While it could still take money that nobody is asked for, it is asked about every few minutes. */
    private const MOST_PATIENCE = 1;

    public function __construct(
        private Clock $clock,
        private PaymentRepository $payments,
        private RefreshPayment $refresh,
        private StopPayment $stop,
    ) {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to ask again; null when nothing can change any more
     */
    public function handle(int $payment_id, int $attempt): ?DateTimeImmutable
    {
        $payment = $this->payments->find($payment_id, Viewer::system());
        if ($payment === null || $payment->is_offline() || ! $payment->is_under_way) {
            return null;
        }
        try {
            $payment = $this->refresh->refresh($payment)->payment;
            if ($payment->is_under_way && $payment->state->waits_for_payer() && ($this->is_abandoned($payment) || ! $this->stop->fits($payment))) {
                $payment = $this->stop->stop($payment);
            }
        } catch (DomainError) {
            // Keys are missing or another account's: until that is mended there is nobody to ask.
            $payment = $this->payments->get($payment_id, Viewer::system());
        } catch (Throwable $error) {
            // A mistake of ours must not end the asking.
            Errors::from_bug($error);
            $payment = $this->payments->get($payment_id, Viewer::system());
        }
        if (! $payment->is_under_way) {
            return null;
        }

        return Backoff::after($this->clock->now(), $this->stop->fits($payment) ? $attempt : min($attempt, self::MOST_PATIENCE));
    }

    private function is_abandoned(Payment $payment): bool
    {
        return $payment->created_at < $this->clock->now()->modify(self::ABANDONED_AFTER);
    }
}
