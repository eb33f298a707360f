<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;
use Throwable;

/** The worker: asks the gateway about a refund until it is known what became of it. */
final readonly class CheckRefund
{
    public const JOB = 'refunds.check';

    public function __construct(private Clock $clock, private RefundRepository $refunds, private CompleteRefund $complete, private ReadRefunds $read_refunds, private PaymentRepository $payments)
    {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to ask again; null when nothing can change any more
     */
    public function handle(int $refund_id, int $attempt): ?DateTimeImmutable
    {
        $refund = $this->refunds->find($refund_id);
        if ($refund === null) {
            return null;
        }
        try {
            if ($refund->state === RefundState::Succeeded) {
                // Did it stay where it went? Where no webhook comes through nobody else would hear that it came back.
                $this->read_refunds->handle($this->payments->get($refund->payment_id, Viewer::system()));

                return null;
            }
            $refund = $this->complete->handle($refund, Actor::system());
        } catch (GatewayError) {
            return Backoff::after($this->clock->now(), $attempt);
        } catch (DomainError) {
            // Keys are missing or another account's: until that is mended there is nobody to ask.
        } catch (Throwable $error) {
            // A mistake of ours must not end the asking.
            Errors::from_bug($error);
            $refund = $this->refunds->get($refund_id);
        }

        return $refund->state->is_open() ? Backoff::after($this->clock->now(), $attempt) : null;
    }
}
