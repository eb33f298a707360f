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
        if ($payment->is_of_statement()) {
            throw DomainError::conflict('payment_matched', __('This payment was matched with a bank statement. Undo the match there instead.', 'counterfoil'));
        }
        $this->changes->run($viewer->actor, fn (Change $change) => $this->undo($change, $payment, $reason));

        return $this->payments->get($payment_id, $viewer);
    }

    /**
     * Of a payment that a line of a bank statement was matched with; part of the change that undoes the match.
     *
     * @throws DomainError 409 when it can't be undone, with what to do instead
     */
    public function with_its_match(Change $change, int $payment_id): void
    {
        $this->undo($change, $this->payments->get($payment_id, Viewer::system()), '');
    }

    /** Whether it would be done now. */
    public static function may(Payment $payment, bool $was_used): bool
    {
        return ! $payment->is_of_statement() && self::is_whole($payment, $was_used);
    }

    private static function is_whole(Payment $payment, bool $was_used): bool
    {
        return $payment->is_offline() && $payment->state === PaymentState::Succeeded && ! $was_used && $payment->received->amount > 0 && $payment->refunded->is_zero() && $payment->reversed->is_zero();
    }

    public static function is_undone(Payment $payment): bool
    {
        return $payment->is_offline() && $payment->reversed->amount > 0;
    }

    private function undo(Change $change, Payment $payment, string $reason): void
    {
        $row = $this->payments->lock($payment);
        if ($this->reversals->find(self::source($row)) !== null) {
            return;
        }
        $this->check($row);
        $this->reverse->reverse($change, $row, $row->received, self::source($row), ReversalReason::Undone, $reason);
        $this->mails->undone($change, $row, $this->allocate->invoices_of($row), $reason);
    }

    private function check(Payment $payment): void
    {
        $was_used = $this->uses->used_of([$payment->id]) !== [];
        if (self::is_whole($payment, $was_used)) {
            return;
        }
        throw match (true) {
            ! $payment->is_offline() => DomainError::conflict('not_recorded_by_hand', __('Only payments recorded manually can be undone. Refund this payment instead.', 'counterfoil')),
            ! $payment->refunded->is_zero() => DomainError::conflict('payment_refunded', __('This payment was refunded in full or in part, so it can’t be undone.', 'counterfoil')),
            default => DomainError::conflict('payment_used', __('Credit from this payment was used for another invoice, so it can’t be undone. To return the money, refund the payment.', 'counterfoil')),
        };
    }

    private static function source(Payment $payment): string
    {
        return "undo:{$payment->id}";
    }
}
