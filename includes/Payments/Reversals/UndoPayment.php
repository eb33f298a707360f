<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\Credit\CreditUseRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Takes back what was recorded by hand and never came: a counter-entry, nothing is deleted. Its invoices are due
 * again; an invoice that it made of a pro forma stays one. Once, however often it is asked for.
 */
final readonly class UndoPayment
{
    public function __construct(
        private Changes $changes,
        private PaymentRepository $payments,
        private ReversalRepository $reversals,
        private ReverseMoney $reverse,
        private CreditUseRepository $uses,
        private PaymentMails $mails,
        private AllocateMoney $allocate,
    ) {
    }

    /** @throws DomainError 404, 409 when it can't be undone, with what to do instead */
    public function handle(int $payment_id, string $reason, Viewer $viewer): Payment
    {
        $payment = $this->payments->get($payment_id, $viewer);
        $this->changes->run($viewer->actor, function (Change $change) use ($payment, $reason): void {
            $row = $this->payments->lock($payment);
            if ($this->reversals->find(self::source($row)) !== null) {
                return;
            }
            $this->check($row);
            $this->reverse->reverse($change, $row, $row->received, self::source($row), ReversalReason::Undone, $reason);
            $this->mails->undone($change, $row, $this->allocate->invoices_of($row), $reason);
        });

        return $this->payments->get($payment_id, $viewer);
    }

    /** Whether it would be done now. */
    public static function may(Payment $payment, bool $was_used): bool
    {
        return $payment->is_offline() && ! $payment->is_of_statement() && $payment->state === PaymentState::Succeeded && ! $was_used && $payment->received->amount > 0 && $payment->refunded->is_zero() && $payment->reversed->is_zero();
    }

    public static function is_undone(Payment $payment): bool
    {
        return $payment->is_offline() && $payment->reversed->amount > 0;
    }

    private function check(Payment $payment): void
    {
        $was_used = $this->uses->used_of([$payment->id]) !== [];
        if (self::may($payment, $was_used)) {
            return;
        }
        throw match (true) {
            ! $payment->is_offline() => DomainError::conflict('not_recorded_by_hand', __('Only payments recorded manually can be undone. Refund this payment instead.', 'counterfoil')),
            $payment->is_of_statement() => DomainError::conflict('payment_matched', __('This payment was matched with a bank statement. Undo the match there instead.', 'counterfoil')),
            ! $payment->refunded->is_zero() => DomainError::conflict('payment_refunded', __('This payment was refunded in full or in part, so it can’t be undone.', 'counterfoil')),
            default => DomainError::conflict('payment_used', __('Credit from this payment was used for another invoice, so it can’t be undone. To return the money, refund the payment.', 'counterfoil')),
        };
    }

    private static function source(Payment $payment): string
    {
        return "undo:{$payment->id}";
    }
}
