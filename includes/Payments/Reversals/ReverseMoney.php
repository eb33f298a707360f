<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentBalances;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Settled;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/**
 * Money that had come is taken back, and may come again: debits that were returned, disputes. A counter-posting in
 * the books; its invoices are due again (SettleInvoice). Part of its caller's change, who tells people what it means
 * to them. Once for each source, however often and in whatever order it is heard of.
 */
final readonly class ReverseMoney
{
    public function __construct(private PaymentRepository $payments, private PaymentBalances $balances, private ReversalRepository $reversals, private AllocateMoney $allocate)
    {
    }

    /**
     * @param string $source what took it, "dispute:dp_1"
     * @param string $detail the gateway's code for why, staff's words, or ""
     * @return Settled|null what became of its invoices; null when this source took it already
     */
    public function reverse(Change $change, Payment $payment, Money $amount, string $source, ReversalReason $reason, string $detail = ''): ?Settled
    {
        $row = $this->payments->lock($payment);
        if ($this->reversals->find($source) !== null) {
            return null;
        }
        $id = $this->reversals->insert($row, $amount, $source, $reason, $detail, $this->allocate->parts_of($row, $amount->amount));
        $this->balances->add_reversed($row->id, $amount->amount);
        $reversal = $this->reversals->get($id);
        $change->event('payment.reversed', $row->subjects(), $row->client_id, self::facts($reversal));
        $settled = $this->allocate->taken($change, $reversal, $row, $this->reversals->parts_of($id));
        /**
         * Fires once money that had been received leaves again: a debit was returned, the money of a dispute was withdrawn, or a payment recorded by mistake was undone.
         *
         * @param int $payment_id
         * @param string $reason returned, disputed, undone
         * @since 0.2.0
         */
        $change->hook('payment_reversed', $row->id, $reason->value);

        return $settled;
    }

    /** @return Settled|null null when nothing is taken by this source, or it came again already */
    public function restore(Change $change, Payment $payment, string $source): ?Settled
    {
        $row = $this->payments->lock($payment);
        $reversal = $this->reversals->find($source);
        if ($reversal === null || ! $this->reversals->restore($reversal->id)) {
            return null;
        }
        $this->balances->add_reversed($row->id, -$reversal->amount->amount);
        $change->event('payment.restored', $row->subjects(), $row->client_id, self::facts($reversal));
        $settled = $this->allocate->came_again($change, $reversal, $this->payments->get($row->id, Viewer::system()), $this->reversals->parts_of($reversal->id));
        /**
         * Fires once money that had been withdrawn is received again: a dispute was won.
         *
         * @param int $payment_id
         * @since 0.2.0
         */
        $change->hook('payment_restored', $row->id);

        return $settled;
    }

    /** @return array<string, int|string> */
    private static function facts(Reversal $reversal): array
    {
        return [
            'payment_id' => $reversal->payment_id,
            'amount' => $reversal->amount->amount,
            'currency' => $reversal->amount->currency->code,
            'reason' => $reversal->reason->value,
            'detail' => $reversal->detail,
        ];
    }
}
