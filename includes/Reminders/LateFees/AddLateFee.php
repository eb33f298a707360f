<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Drafts\CreateDraft;
use Counterfoil\Invoices\Drafts\UpdateDraft;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Invoicing\Invoicing;
use Counterfoil\Invoices\Supply;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Puts a late fee on a draft: a new one, or one that is there. The agency looks at it before it is sent. */
final readonly class AddLateFee
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Invoicing $invoicing
     * @param Closure(): string $today in the business's time zone
     */
    public function __construct(
        private Changes $changes,
        private LateFeesOfInvoice $late_fees,
        private LateFeeRepository $fees,
        private InvoiceRepository $invoices,
        private CreateDraft $create,
        private UpdateDraft $update,
        private ClientRepository $clients,
        private TaxRateRepository $rates,
        private Closure $business,
        private Closure $invoicing,
        private Closure $today,
    ) {
    }

    /**
     * @param Money $expected what was shown
     * @param int|null $draft_id the draft that was shown to take it; null for a new one
     * @return int the draft it is on
     * @throws DomainError 404, or 409 when something else would be added than was shown
     */
    public function handle(int $invoice_id, Money $expected, ?int $draft_id, Viewer $viewer): int
    {
        $this->invoices->get($invoice_id, $viewer);

        return $this->changes->run($viewer->actor, function (Change $change) use ($invoice_id, $expected, $draft_id): int {
            $this->invoices->lock([$invoice_id]);
            $invoice = $this->invoices->get($invoice_id, Viewer::system());
            $fee = $this->late_fees->proposed($invoice);
            $draft = $draft_id === null ? null : $this->late_fees->draft_for($invoice);
            if ($fee === null || ! $fee->total()->equals($expected) || $draft?->id !== $draft_id) {
                throw self::changed();
            }
            $client = $this->clients->get($invoice->client_id, Viewer::system());
            $locale = $client->locale !== '' ? $client->locale : ($this->business)()->locale;
            $line = LateFeeLine::of($fee, $invoice, Tax::of_rate($this->rates->usual())->name ?? 'VAT', $locale);
            $bearer = $draft === null
                ? $this->create->handle($this->terms($invoice, $line), $change->actor)
                : $this->update->handle($draft->id, $this->with($draft, $line), $draft->version, $change->actor);
            $this->note($fee, $invoice, $bearer->id);
            $change->event('invoice.late_fee_added', [['invoice', $invoice->id], ['invoice', $bearer->id]], $invoice->client_id, ['number' => $invoice->number, ...$fee->total()->to_wire()]);
            /**
             * Fires after a late fee for an overdue invoice is added to a draft.
             *
             * @param int $invoice_id the overdue invoice
             * @param int $draft_id
             * @since 0.2.0
             */
            $change->hook('invoice_late_fee_added', $invoice->id, $bearer->id);

            return $bearer->id;
        });
    }

    /** @throws DomainError 409 */
    private function note(LateFee $fee, Invoice $invoice, int $bearer_id): void
    {
        // A row whose draft was deleted, or whose invoice is void, is taken over.
        $before = array_column($this->fees->of($invoice->id), 'fee_invoice_id', 'period');
        foreach ($fee->periods as $period) {
            if (! $this->fees->note($invoice->id, $period, $before[$period] ?? null, $bearer_id, $fee->unit->amount)) {
                throw self::changed();
            }
        }
    }

    private function terms(Invoice $invoice, InvoiceLine $line): InvoiceTerms
    {
        return new InvoiceTerms(
            $invoice->client_id,
            $invoice->website_id,
            $invoice->currency,
            TaxMode::Exclusive,
            Calendar::add_days(($this->today)(), ($this->invoicing)()->due_days),
            [$line],
            supply: new Supply(),
            buyer_reference: $invoice->buyer_reference,
            purchase_order: $invoice->purchase_order,
        );
    }

    private function with(Invoice $draft, InvoiceLine $line): InvoiceTerms
    {
        $terms = $this->invoices->terms($draft);

        return $terms->with_lines([...$terms->lines, $line]);
    }

    private static function changed(): DomainError
    {
        return DomainError::conflict('late_fee_changed', __('The late fee for this invoice has changed. Nothing was added. Reload the page to see the current amount.', 'counterfoil'));
    }
}
