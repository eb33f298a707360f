<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/** What somebody wants to pay at once: all that is due on some bills, or an amount of their choice on one. */
final readonly class Wanted
{
    /** So many bills at most in one payment. */
    public const MOST = 50;

    /** @param non-empty-list<int> $invoice_ids each once, lowest first */
    private function __construct(
        public array $invoice_ids,
        /** Null for all that is due */
        public ?Money $amount,
    ) {
    }

    public static function one(int $invoice_id, ?Money $amount = null): self
    {
        return new self([$invoice_id], $amount);
    }

    /**
     * @param list<int> $invoice_ids
     * @param Money|null $amount of one bill
     * @throws DomainError 400 for none, too many, or a part of several
     */
    public static function all(array $invoice_ids, ?Money $amount = null): self
    {
        $ids = array_values(array_unique($invoice_ids));
        sort($ids);
        if ($ids === []) {
            throw DomainError::invalid(__('Choose the invoices you want to pay.', 'counterfoil'), 'invoices');
        }
        if (count($ids) > self::MOST) {
            /* translators: %d: number of invoices */
            throw DomainError::invalid(sprintf(__('You can pay up to %d invoices at once.', 'counterfoil'), self::MOST), 'invoices');
        }

        if ($amount !== null && count($ids) > 1) {
            throw DomainError::invalid(__('You can pay a part of one invoice only. Choose one invoice, or pay all of them in full.', 'counterfoil'), 'amount');
        }

        return new self($ids, $amount);
    }

    /** Whether a payment is for these very bills, and for this amount. An amount that is all that is due is no part. */
    public function is(Payment $payment): bool
    {
        return self::bills_of($payment) === $this->invoice_ids && ($this->amount === null ? ! $payment->is_part : $this->amount->equals($payment->amount));
    }

    /** Whether all of these bills are among what a payment is for. */
    public function is_within(Payment $payment): bool
    {
        return array_diff($this->invoice_ids, self::bills_of($payment)) === [];
    }

    /** @return int the first of these bills that a payment is for too */
    public function shared_with(Payment $payment): int
    {
        return array_values(array_intersect($this->invoice_ids, self::bills_of($payment)))[0] ?? $payment->invoice_id;
    }

    /** @return list<int> lowest first */
    private static function bills_of(Payment $payment): array
    {
        $ids = array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
        sort($ids);

        return $ids;
    }
}
