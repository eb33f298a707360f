<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\Post;
use Counterfoil\Ledger\Posting;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/**
 * Pays an invoice with the client's credit: money that came before settles it, the oldest first. Where money was over
 * on another invoice, so much less of it is for that one from now on.
 */
final readonly class UseCredit
{
    public function __construct(
        private Changes $changes,
        private CreditSources $sources,
        private CreditUseRepository $uses,
        private PaymentRepository $payments,
        private AllocationRepository $allocations,
        private InvoiceRepository $invoices,
        private SettleInvoice $settle,
        private StopPayment $stop,
        private Post $post,
        private OutboxRepository $outbox,
        private PaymentMails $mails,
        private Clock $clock,
    ) {
    }

    /**
     * Calls outside: a card payment that was only begun is ended first.
     *
     * @param string $key used once, however often it is sent; 48 characters at most
     * @throws DomainError 400 naming the field, 404, 409 when nothing is due or there is not as much credit
     */
    public function handle(int $invoice_id, Money $amount, Viewer $viewer, string $key): Invoice
    {
        $invoice = $this->invoices->get($invoice_id, $viewer);
        if ($this->uses->has("{$key}:0")) {
            return $invoice;
        }
        $this->check($invoice, $amount);
        try {
            $this->stop->handle($invoice_id);
        } catch (DomainError) {
            // Its gateway can't be asked. What it still brings is credit again.
        }

        $found = $this->sources->of_client($invoice->client_id, $invoice->currency->code);

        return $this->changes->run($viewer->actor, function (Change $change) use ($found, $invoice_id, $amount, $key): Invoice {
            $sources = $this->lock($invoice_id, $found);
            if ($this->uses->has("{$key}:0")) {
                return $this->invoices->get($invoice_id, Viewer::system());
            }
            $invoice = $this->invoices->get($invoice_id, Viewer::system());
            $this->check($invoice, $amount);
            if (CreditSources::sum($sources) < $amount->amount) {
                throw DomainError::conflict('not_enough_credit', __('This is more than the client’s credit balance. Reload the page to see the latest amount.', 'counterfoil'));
            }

            return $this->use($change, $invoice, $sources, $amount->amount, $key);
        });
    }

    /**
     * Once it was issued, as far as the credit goes; as often as one likes.
     *
     * @param int $most minor units
     */
    public function for_new(Invoice $invoice, int $most = PHP_INT_MAX): Invoice
    {
        $key = "issued:{$invoice->id}";
        $found = $this->sources->of_client($invoice->client_id, $invoice->currency->code);
        if (! $invoice->is_payable() || $found === [] || $this->uses->has("{$key}:0")) {
            return $invoice;
        }

        return $this->changes->run(Actor::system(), function (Change $change) use ($found, $invoice, $key, $most): Invoice {
            $sources = $this->lock($invoice->id, $found);
            $now = $this->invoices->get($invoice->id, Viewer::system());
            $amount = min(CreditSources::sum($sources), $now->due()->amount, $most);

            return $amount < 1 || ! $now->is_payable() || $this->uses->has("{$key}:0") ? $now : $this->use($change, $now, $sources, $amount, $key);
        });
    }

    private function check(Invoice $invoice, Money $amount): void
    {
        if ($invoice->status !== InvoiceStatus::Issued || ! $invoice->is_payable()) {
            throw $invoice->is_draft() ? Refusals::not_issued() : Refusals::nothing_to_pay($invoice);
        }
        if (! $amount->currency->equals($invoice->currency)) {
            /* translators: %s: currency code */
            throw DomainError::invalid(sprintf(__('Enter the amount in %s, the currency of the invoice.', 'counterfoil'), $invoice->currency->code), '/amount/currency');
        }
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Enter an amount greater than zero.', 'counterfoil'), '/amount/amount');
        }
        if ($amount->is_more_than($invoice->due())) {
            /* translators: %s: amount of money */
            throw DomainError::invalid(sprintf(__('The amount can’t be more than the amount due, %s.', 'counterfoil'), (new MoneyFormat(determine_locale()))->money($invoice->due())), '/amount/amount');
        }
    }

    /**
     * The first of its change: what is read before the rows are held may be of before.
     *
     * @param list<CreditSource> $found
     * @return list<CreditSource> those, as they are now that nobody else moves them
     */
    private function lock(int $invoice_id, array $found): array
    {
        $ids = [$invoice_id];
        $payments = [];
        foreach ($found as $source) {
            $payments[] = $source->payment->id;
            array_push($ids, ...array_map(static fn ($allocation): int => $allocation->invoice_id, $source->payment->allocations));
        }
        $this->payments->lock_invoices(array_values(array_unique($ids)));
        $this->payments->hold(array_values(array_unique($payments)));
        $invoice = $this->invoices->get($invoice_id, Viewer::system());

        return array_values(array_filter(
            $this->sources->of_client($invoice->client_id, $invoice->currency->code),
            static fn (CreditSource $source): bool => in_array($source->payment->id, $payments, true)
        ));
    }

    /** @param list<CreditSource> $sources */
    private function use(Change $change, Invoice $invoice, array $sources, int $amount, string $key): Invoice
    {
        $left = $amount;
        foreach ($sources as $index => $source) {
            $part = min($left, $source->amount);
            if ($part > 0) {
                $invoice = $this->move($change, $source, $invoice, $part, "{$key}:{$index}");
                $left -= $part;
            }
        }
        $change->event('credit.used', [['invoice', $invoice->id]], $invoice->client_id, ['amount' => $amount, 'currency' => $invoice->currency->code, 'number' => $invoice->number]);
        // Until the invoice's own mail has left, that one says what is still due.
        if ($this->outbox->first_sent('invoice', $invoice->id) !== null) {
            $this->mails->credit_used($change, $invoice, $amount, $key);
        }
        /**
         * Fires once a client's credit paid an invoice, wholly or in part.
         *
         * @param int $invoice_id
         * @param int $amount minor units of the invoice's currency
         * @since 0.2.0
         */
        $change->hook('credit_used', $invoice->id, $amount);

        return $invoice;
    }

    private function move(Change $change, CreditSource $source, Invoice $invoice, int $part, string $key): Invoice
    {
        $id = $this->uses->insert($source, $invoice->id, $part, $key);
        if ($source->allocation !== null) {
            $this->allocations->less($source->allocation->id, $part);
        }
        $this->allocations->more($source->payment->id, $invoice->id, $part);
        $posting = (new Posting('credit.used', "credit_use:{$id}", $invoice->client_id, $invoice->currency->code, $this->clock->now()))
            ->with(Account::CREDIT, $source->allocation === null ? $part : 0);
        if ($source->allocation !== null) {
            [$before, $after] = $this->settled($change, $source->allocation->invoice_id);
            $posting = $posting->moved($before, $after);
        }
        [$before, $after] = $this->settled($change, $invoice->id);
        $this->post->handle($posting->moved($before, $after));

        return $after;
    }

    /** @return array{Invoice, Invoice} before and after */
    private function settled(Change $change, int $invoice_id): array
    {
        $before = $this->invoices->get($invoice_id, Viewer::system());
        ['paid' => $paid, 'refunded' => $refunded] = $this->allocations->sums($invoice_id);

        return [$before, $this->settle->handle($change, $before, $paid, $refunded)];
    }
}
