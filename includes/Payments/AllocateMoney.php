<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MovedSum;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\Post;
use Counterfoil\Ledger\Posting;
use Counterfoil\Payments\Numbers\GiveReceiptNumber;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Reversals\Reversal;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Spreads money that came over what its payment is for, takes back of it what is given back, and has the invoices
 * settled and the books written: the one place where money and invoices meet. Its callers hold the rows
 * (PaymentRepository::lock).
 */
final readonly class AllocateMoney
{
    public function __construct(
        private AllocationRepository $allocations,
        private InvoiceRepository $invoices,
        private SettleInvoice $settle,
        private Post $post,
        private Clock $clock,
        private GiveReceiptNumber $numbers,
    ) {
    }

    /**
     * Where less came than was asked for, the oldest invoices have it first. What is over stays with the last one, as
     * the client's credit; what was meant for no invoice from the start is credit at once.
     *
     * @param string $kind of the posting, "payment.received"
     */
    public function came(Change $change, Payment $payment, string $kind): Settled
    {
        return $this->all_came($change, [$payment], $kind)[0];
    }

    /**
     * The same of many, each for other invoices.
     *
     * @param list<Payment> $payments
     * @param string $kind of the postings
     * @return list<Settled> in their order
     */
    public function all_came(Change $change, array $payments, string $kind): array
    {
        $spread = array_map(self::spread(...), $payments);
        $this->allocations->brought(array_replace(...array_column($spread, 0)));
        $invoice_ids = array_merge(...array_map(self::invoice_ids(...), $payments));
        $invoices = $this->invoices->by_ids($invoice_ids, Viewer::system());
        $sums = $invoice_ids === [] ? [] : $this->allocations->sums_of($invoice_ids);
        $moved = array_merge(...array_map(static fn (Payment $payment): array => array_map(
            static fn (int $id): MovedSum => new MovedSum($invoices[$id], $sums[$id]['paid'], $sums[$id]['refunded'], $payment->succeeded_at),
            self::invoice_ids($payment)
        ), $payments));
        $after = $this->settle->together($change, $moved);
        $settled = array_map(fn (Payment $payment, int $left): Settled => $this->post(
            array_map(static fn (int $id): Invoice => $invoices[$id], self::invoice_ids($payment)),
            $after,
            $this->posting($kind, "payment:{$payment->id}", $payment)
                ->with(Account::gateway($payment->gateway), $payment->received->amount)
                ->with(Account::CREDIT, -$left)
        ), $payments, array_column($spread, 1));
        $numbered = array_filter($payments, static fn (Payment $payment): bool => ! $payment->received->is_zero());
        $this->numbers->handle(DocumentKind::Receipt, array_values(array_map(static fn (Payment $payment): int => $payment->id, $numbered)));

        return $settled;
    }

    /** @return array{array<int, int>, int} minor units of each allocation, and those that are for none of its invoices */
    private static function spread(Payment $payment): array
    {
        $left = $payment->received->amount;
        $last = count($payment->allocations) - 1;
        $for_none = max(0, $payment->amount->amount - array_sum(array_map(static fn (Allocation $allocation): int => $allocation->asked, $payment->allocations)));
        $shares = [];
        foreach ($payment->allocations as $index => $allocation) {
            $share = $index === $last ? max(0, $left - $for_none) : min($allocation->asked, $left);
            $left -= $share;
            $shares[$allocation->id] = $share;
        }

        return [$shares, $left];
    }

    /** @return list<int> */
    private static function invoice_ids(Payment $payment): array
    {
        return array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
    }

    /** Says which part of a payment a refund takes back. */
    public function set_aside(Payment $payment, int $refund_id, int $amount): void
    {
        $parts = $this->parts_of($payment, $amount);
        foreach ($payment->allocations as $allocation) {
            if (isset($parts[$allocation->id])) {
                $this->allocations->take_back($refund_id, $allocation, $parts[$allocation->id]);
            }
        }
    }

    /**
     * Which part of a payment goes when some of it does: first what is on no invoice, then what is over on one, then
     * what came for the last one.
     *
     * @return array<int, int> by allocation, without those of which nothing goes
     */
    public function parts_of(Payment $payment, int $amount): array
    {
        $taken = $this->allocations->taken_back($payment->id);
        // What goes is not part of refunded or reversed yet.
        $left = $amount - max(0, min($amount, $payment->on_no_invoice($taken)));
        // What is over on an invoice is the client's already: it goes before what pays one.
        $parts = [];
        foreach (array_reverse($payment->allocations) as $allocation) {
            $over = $this->invoices->get($allocation->invoice_id, Viewer::system())->credit()->amount;
            $parts[$allocation->id] = max(0, min($left, $over, $allocation->amount - ($taken[$allocation->id] ?? 0)));
            $left -= $parts[$allocation->id];
        }
        foreach (array_reverse($payment->allocations) as $allocation) {
            $is_oldest = $allocation->id === $payment->allocations[0]->id;
            // A gateway may have given back more than came; that is nobody's but the oldest one's.
            $part = $is_oldest ? $left : max(0, min($left, $allocation->amount - ($taken[$allocation->id] ?? 0) - $parts[$allocation->id]));
            $left -= $part;
            $parts[$allocation->id] += $part;
        }

        return array_filter($parts, static fn (int $part): bool => $part > 0);
    }

    /** The money of a refund went back. */
    public function went_back(Change $change, Refund $refund, Payment $payment): Settled
    {
        $settled = $this->back_and_forth($change, 'refund.made', "refund:{$refund->id}", $payment, -$refund->amount->amount, $this->allocations->parts_of($refund->id));
        $this->numbers->handle(DocumentKind::Refund, [$refund->id]);

        return $settled;
    }

    /** It had gone back, and came again: the payer's bank account is closed. */
    public function was_returned(Change $change, Refund $refund, Payment $payment): Settled
    {
        return $this->back_and_forth($change, 'refund.returned', "refund:{$refund->id}:returned", $payment, $refund->amount->amount, $this->allocations->parts_of($refund->id));
    }

    /**
     * The payer's bank took money back that had come.
     *
     * @param array<int, int> $parts what of it was on invoices, by invoice
     */
    public function taken(Change $change, Reversal $reversal, Payment $payment, array $parts): Settled
    {
        return $this->back_and_forth($change, $reversal->reason->taken_kind(), "reversal:{$reversal->id}", $payment, -$reversal->amount->amount, $parts);
    }

    /**
     * What had been taken back came again.
     *
     * @param array<int, int> $parts as taken() had them
     */
    public function came_again(Change $change, Reversal $reversal, Payment $payment, array $parts): Settled
    {
        return $this->back_and_forth($change, $reversal->reason->restored_kind(), "reversal:{$reversal->id}:restored", $payment, $reversal->amount->amount, $parts);
    }

    /** @return list<Invoice> what a payment is for, as they are now */
    public function invoices_of(Payment $payment): array
    {
        return array_map(fn (Allocation $allocation): Invoice => $this->invoices->get($allocation->invoice_id, Viewer::system()), $payment->allocations);
    }

    /**
     * @param int $amount what moved; below zero where it went
     * @param array<int, int> $parts what of it is on invoices, above zero, by invoice; the rest is the client's credit
     */
    private function back_and_forth(Change $change, string $kind, string $source, Payment $payment, int $amount, array $parts): Settled
    {
        $sign = $amount < 0 ? -1 : 1;
        $posting = $this->posting($kind, $source, $payment)
            ->with(Account::gateway($payment->gateway), $amount)
            ->with(Account::CREDIT, $sign * array_sum($parts) - $amount);

        $invoices = array_values($this->invoices->by_ids(array_keys($parts), Viewer::system()));
        $sums = $parts === [] ? [] : $this->allocations->sums_of(array_keys($parts));
        $after = $this->settle->together($change, array_map(static fn (Invoice $one): MovedSum => new MovedSum($one, $sums[$one->id]['paid'], $sums[$one->id]['refunded']), $invoices));

        return $this->post($invoices, $after, $posting);
    }

    /**
     * @param list<Invoice> $before
     * @param array<int, Invoice> $all what became of each, by id
     */
    private function post(array $before, array $all, Posting $posting): Settled
    {
        $after = array_map(static fn (Invoice $one): Invoice => $all[$one->id], $before);
        foreach ($before as $index => $invoice) {
            $posting = $posting->moved($invoice, $after[$index]);
        }
        $this->post->handle($posting);

        return new Settled($before, $after);
    }

    private function posting(string $kind, string $source, Payment $payment): Posting
    {
        $at = $kind === 'payment.recorded' ? $payment->succeeded_at : null;

        return new Posting($kind, $source, $payment->client_id, $payment->amount->currency->code, $at ?? $this->clock->now());
    }
}
