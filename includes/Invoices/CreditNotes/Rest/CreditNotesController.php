<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Rest;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditInvoice;
use Counterfoil\Invoices\CreditNotes\CreditNoteArchive;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\CreditNotes\CreditNoteResource;
use Counterfoil\Invoices\CreditNotes\PrepareCredit;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;

final readonly class CreditNotesController
{
    public function __construct(
        private InvoiceRepository $invoices,
        private CreditNoteRepository $notes,
        private PrepareCredit $prepare,
        private CreditInvoice $credit,
        private CreditNoteArchive $archive,
        private CreditNoteResource $resource,
        private InvoiceResource $invoice,
    ) {
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        [$invoice, $creditable] = $this->prepare->creditable($request->id(), $request->viewer);
        $totals = $creditable->credit(self::extent($request->body['extent'], $invoice));
        $money = static fn (int $amount): array => (new Money($amount, $invoice->currency))->to_wire();

        return [
            'left' => $money($creditable->left()),
            'quantities_left' => array_map($creditable->quantity_left(...), array_keys($this->invoices->lines($invoice->id))),
            ...CreditNoteResource::totals($totals, $invoice->currency),
            'from_due' => $money(min($invoice->due()->amount, $totals->total)),
            'surplus' => $money($invoice->less($totals->total)->credit()->amount - $invoice->credit()->amount),
        ];
    }

    /**
     * @return array<string, mixed>
     * @throws DomainError 403 for staff who may bill and not refund
     */
    public function create(Request $request): array
    {
        $body = $request->body;
        $surplus = Surplus::from($body['surplus']);
        if ($surplus === Surplus::Refund && ! $request->viewer->may('refund')) {
            throw DomainError::forbidden();
        }
        $invoice = $this->invoices->get($request->id(), $request->viewer);
        $this->credit->handle($invoice->id, $body['version'], self::extent($body['extent'], $invoice), Input::line($body['reason']), $surplus, $request->viewer, self::key($request));

        return $this->invoice->to_wire($this->invoices->get($invoice->id, $request->viewer));
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $note = $this->notes->get($request->id(), $request->viewer);

        return $this->resource->to_wire($note) + ['document' => $this->archive->paper($note->id)->to_wire()];
    }

    public function pdf(Request $request): Download
    {
        return $this->archive->download($this->notes->get($request->id(), $request->viewer));
    }

    /**
     * @param array<string, mixed> $extent as the contract has it
     * @throws DomainError 400 for an amount of another currency
     */
    private static function extent(array $extent, Invoice $invoice): CreditExtent
    {
        if ($extent['type'] === 'amount' && $extent['amount']['currency'] !== $invoice->currency->code) {
            /* translators: %s: currency code */
            throw DomainError::invalid(sprintf(__('Enter the amount in %s, the currency of the invoice.', 'counterfoil'), $invoice->currency->code), '/extent/amount/currency');
        }

        return match ($extent['type']) {
            'lines' => CreditExtent::lines(array_column($extent['lines'], 'quantity', 'position')),
            'amount' => CreditExtent::amount((int) $extent['amount']['amount']),
            default => CreditExtent::rest(),
        };
    }

    /** The row carries the request's own key: a request that was killed half-way and is sent again goes on where it was. */
    private static function key(Request $request): string
    {
        return $request->idempotency_key === ''
            ? bin2hex(random_bytes(24))
            : substr(hash('sha256', implode(':', ['credit', $request->id(), get_current_user_id(), $request->idempotency_key])), 0, 48);
    }
}
