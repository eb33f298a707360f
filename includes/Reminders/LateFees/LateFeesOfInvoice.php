<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What may be asked for an invoice that is paid late, what was asked already, and which draft can take it. */
final readonly class LateFeesOfInvoice
{
    /** Drafts of a client that are looked through, the newest first. */
    private const DRAFTS = 20;

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private LateFeeTermsRepository $terms,
        private LateFeeRepository $fees,
        private InvoiceRepository $invoices,
        private UnderWayQuery $payments,
        private Closure $today,
    ) {
    }

    /** None while money is on its way, and none of what is itself a late fee. */
    public function proposed(Invoice $invoice): ?LateFee
    {
        $today = ($this->today)();
        $terms = $this->terms->get();
        if (! $terms->is_on || ! $this->is_asked_for($invoice) || $invoice->state($today) !== InvoiceState::Overdue) {
            return null;
        }

        return $terms->fee($this->base($invoice), $invoice->due_date, $today, array_column($this->billed($invoice), 'period'));
    }

    /**
     * What reminders say of it, if the agency wants that: the fee of today, or of the first day after the days of grace.
     *
     * @return array{LateFee, string|null}|null the fee, and the last day on which it can be avoided; null when it is due to be asked for already
     */
    public function announced(Invoice $invoice): ?array
    {
        $today = ($this->today)();
        $terms = $this->terms->get();
        if (! $terms->is_on || ! $terms->in_reminders || ! $this->is_asked_for($invoice) || $invoice->state($today) !== InvoiceState::Overdue) {
            return null;
        }
        $until = $terms->grace_until($invoice->due_date);
        $fee = $today <= $until ? $terms->first($this->base($invoice), $invoice->due_date) : $this->proposed($invoice);

        return $fee === null ? null : [$fee, $today <= $until ? $until : null];
    }

    /** @return list<array{period: int, amount: int, invoice: Invoice}> with what bears them, a draft or an invoice that is not void and still has the line */
    public function billed(Invoice $invoice): array
    {
        $rows = $this->fees->of($invoice->id);
        $bearers = $this->invoices->by_ids(array_values(array_unique(array_column($rows, 'fee_invoice_id'))), Viewer::system());
        $billed = [];
        foreach ($rows as ['period' => $period, 'amount' => $amount, 'fee_invoice_id' => $id]) {
            if (isset($bearers[$id]) && $bearers[$id]->status !== InvoiceStatus::Void && $this->bears($id, $invoice, $amount)) {
                $billed[] = ['period' => $period, 'amount' => $amount, 'invoice' => $bearers[$id]];
            }
        }

        return $billed;
    }

    /** A draft of the client whose lines are not subject to VAT either: no other can take it (EN 16931, BR-O-11 to 14). */
    public function draft_for(Invoice $invoice): ?Invoice
    {
        foreach ($this->invoices->page(new InvoiceFilter(($this->today)(), InvoiceState::Draft, client_id: $invoice->client_id), Viewer::system(), self::DRAFTS) as $draft) {
            // A discount of the whole draft would make the fee smaller than was said.
            if ($draft->currency->equals($invoice->currency) && $draft->discount === null && $this->takes($this->invoices->lines($draft->id))) {
                return $draft;
            }
        }

        return null;
    }

    /** @param list<InvoiceLine> $lines */
    private function takes(array $lines): bool
    {
        return $lines !== [] && array_filter($lines, static fn (InvoiceLine $line): bool => $line->tax?->category !== TaxCategory::OutOfScope) === [];
    }

    private function is_asked_for(Invoice $invoice): bool
    {
        return $invoice->is_payable() && ! $this->fees->is_excepted($invoice->client_id) && ! $this->payments->is_waited_for($invoice->id);
    }

    /**
     * Whether a bill still has the line of a fee: somebody may have taken it out of the draft, and the fee may be asked for
     * again then. Its words may be changed, or its price, but not both.
     *
     * @param int $amount of one period, minor units
     */
    private function bears(int $bearer_id, Invoice $late, int $amount): bool
    {
        $is_it = static fn (InvoiceLine $line): bool => str_contains($line->description, (string) $late->number)
            || ($line->unit_price === $amount && $line->tax?->category === TaxCategory::OutOfScope);

        return array_filter($this->invoices->lines($bearer_id), $is_it) !== [];
    }

    /** No fee of a fee. */
    private function base(Invoice $invoice): Money
    {
        $fees = 0;
        foreach ($this->fees->on($invoice->id) as ['invoice_id' => $id, 'amount' => $amount]) {
            $late = $this->invoices->find($id, Viewer::system());
            $fees += $late !== null && $this->bears($invoice->id, $late, $amount) ? $amount : 0;
        }

        return $invoice->due()->minus(new Money($fees, $invoice->currency))->at_least_zero();
    }
}
