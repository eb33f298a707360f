<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Invoices\ProFormas\InvoiceProForma;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use DateTimeImmutable;

/**
 * Says what became of an invoice, and alone says that it became paid or due again, also of one over nothing. Called
 * in the change that issued it or moved its money; as often as one likes, the result is the same.
 */
final readonly class SettleInvoice
{
    /**
     * @param Closure(): InvoiceProForma $invoice_pro_forma made when one was paid
     * @param Closure(): FollowsInvoices $followers
     */
    public function __construct(
        private InvoiceWrites $writes,
        private OpenPayments $open_payments,
        private Books $books,
        private Clock $clock,
        private Closure $invoice_pro_forma,
        private Closure $followers,
    ) {
    }

    /** What becomes of its sum when it is issued: it is due, or paid because there is nothing to pay. */
    public function at_issue(Invoice $draft): SettledSum
    {
        return $this->sum($draft, 0, 0);
    }

    /** It was issued just now with that sum. */
    public function issued(Change $change, Invoice $invoice): void
    {
        if ($invoice->paid_at !== null) {
            $this->became_paid($change, [$invoice]);
        }
        if (! $invoice->is_pro_forma()) {
            $this->books->issued($invoice);
        }
    }

    /**
     * @param Invoice $before as it is, read by a caller who holds its row (InvoiceRepository::lock)
     * @param int $paid all that ever came for it, in its currency's minor units
     * @param int $refunded of that, what went back
     * @param DateTimeImmutable|null $came_at when the money came that this is about, where that is not now
     * @param int $less minor units that a credit note has just taken back, where that is what this is about
     * @return Invoice as it is then; of a pro-forma that was paid by this the invoice that it made
     */
    public function handle(Change $change, Invoice $before, int $paid, int $refunded, ?DateTimeImmutable $came_at = null, int $less = 0): Invoice
    {
        return $this->together($change, [new MovedSum($before, $paid, $refunded, $came_at, $less)])[$before->id];
    }

    /**
     * The same of many.
     *
     * @param list<MovedSum> $moved each of another invoice
     * @return array<int, Invoice> by the id of what each was before
     */
    public function together(Change $change, array $moved): array
    {
        $before = [];
        $sums = [];
        $made = [];
        foreach ($moved as $one) {
            $invoice = $one->before;
            if ($invoice->is_draft()) {
                $made[$invoice->id] = $invoice;
                continue;
            }
            $sum = $this->sum_of($one);
            if ($invoice->is_pro_forma() && ! $invoice->status->is_called_off() && $sum->paid_at !== null) {
                $made[$invoice->id] = $invoice->settlement === Settlement::Invoiced ? $invoice : $this->made($change, $invoice, $sum, $one->came_at);
                continue;
            }
            $before[$invoice->id] = $invoice;
            $sums[$invoice->id] = $sum;
        }
        $after = $this->writes->settle($before, $sums);
        $this->follow($change, array_filter($before, static fn (Invoice $one): bool => ! $one->status->is_called_off()), $after);

        return $after + $made;
    }

    /**
     * @param array<int, Invoice> $before by id
     * @param array<int, Invoice> $after by id
     */
    private function follow(Change $change, array $before, array $after): void
    {
        $this->became_paid($change, array_values(array_filter(array_intersect_key($after, $before), static fn (Invoice $invoice): bool => $before[$invoice->id]->paid_at === null && $invoice->paid_at !== null)));
        foreach ($before as $id => $was) {
            $invoice = $after[$id];
            if ($was->paid_at !== null && $invoice->paid_at === null) {
                $this->became_due_again($change, $invoice);
            } elseif ($was->settlement->is_open() && ! $invoice->settlement->is_open() && $invoice->paid_at === null) {
                ($this->followers)()->was_called_off($change, $invoice);
            }
        }
        // Whatever may still take money for them was begun for another sum.
        $before === [] || $this->open_payments->look_again($change, array_keys($before));
    }

    private function sum_of(MovedSum $moved): SettledSum
    {
        $before = $moved->before;

        return $before->status->is_called_off()
            // Nothing of it is due; what came for it all the same is the client's credit.
            ? new SettledSum($before->settlement, $moved->paid, $moved->refunded, self::given_back($before, 0, $moved->refunded - $moved->paid), 0, $before->paid_at)
            : $this->sum($before, $moved->paid, $moved->refunded, $moved->came_at, $moved->less);
    }

    /** A pro-forma was paid: its money settles the invoice that is made of it. */
    private function made(Change $change, Invoice $pro_forma, SettledSum $sum, ?DateTimeImmutable $came_at): Invoice
    {
        $invoice = ($this->invoice_pro_forma)()->handle($change, $pro_forma, $sum->paid_at ?? $this->clock->now());
        $this->books->issued($invoice);

        return $this->handle($change, $invoice, $sum->paid, $sum->refunded, $came_at);
    }

    private function sum(Invoice $before, int $paid, int $refunded, ?DateTimeImmutable $came_at = null, int $less = 0): SettledSum
    {
        // Money that was given back on purpose is not asked for again; money that turned out not to have come is.
        $was_paid = $before->paid_at !== null && $paid >= $before->paid;
        // A credit note is the reason for what was given back before; what comes because a refund failed is not given back.
        $given_back = max(0, min($before->given_back()->amount, $refunded) - $less);
        $settlement = Settlement::of($before->asked(), $paid, $refunded, $was_paid, $before->credited, $given_back);
        $paid_at = match (true) {
            $settlement->is_open() => null,
            // Nothing is asked for any more; that does not make it paid.
            $settlement === Settlement::Credited => $before->paid_at,
            default => $before->paid_at ?? $came_at ?? $this->clock->now(),
        };
        $missing = $before->asked() - $paid + $refunded;
        if ($settlement->is_open()) {
            return new SettledSum($settlement, $paid, $refunded, $given_back, $missing - $given_back, $paid_at);
        }

        return new SettledSum($settlement, $paid, $refunded, self::given_back($before, $settlement === Settlement::Credited ? 0 : $given_back, $missing), 0, $paid_at);
    }

    /**
     * What went back of an invoice of which nothing is due.
     *
     * @param int $missing what the money that is there falls short of what is asked for; below zero where it is more
     */
    private static function given_back(Invoice $before, int $known, int $missing): int
    {
        return $before->is_pro_forma() ? 0 : max($known, $missing, 0);
    }

    /** @param list<Invoice> $invoices */
    private function became_paid(Change $change, array $invoices): void
    {
        foreach ($invoices as $invoice) {
            $change->event('invoice.paid', [['invoice', $invoice->id]], $invoice->client_id, self::facts($invoice), $invoice->total === 0 ? Actor::system() : null);
            /**
             * Fires once an invoice is paid in full. An invoice with a total of zero is paid when it is issued.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_paid', $invoice->id);
        }
        $invoices === [] || ($this->followers)()->became_paid($change, $invoices);
    }

    private function became_due_again(Change $change, Invoice $invoice): void
    {
        $change->event('invoice.due_again', [['invoice', $invoice->id]], $invoice->client_id, self::facts($invoice));
        /**
         * Fires once a paid invoice is due again because a payment failed later or was returned.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('invoice_due_again', $invoice->id);
        ($this->followers)()->became_due_again($change, $invoice);
    }

    /** @return array<string, int|string|null> */
    private static function facts(Invoice $invoice): array
    {
        return ['number' => $invoice->number, 'amount' => $invoice->total, 'currency' => $invoice->currency->code];
    }
}
