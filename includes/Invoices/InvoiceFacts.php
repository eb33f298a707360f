<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Portals\Portal;
use Counterfoil\Websites\Website;

/** All that the paper of an invoice is made from. */
final readonly class InvoiceFacts
{
    /** @param array{mime: string, base64: string, width: int, height: int}|null $logo */
    public function __construct(
        public InvoiceTerms $terms,
        public InvoiceTotals $totals,
        public Business $seller,
        public Portal $portal,
        public ?array $logo,
        public string $footer,
        /** Null while nobody is chosen yet */
        public ?Client $buyer,
        public ?Website $website,
        /** Null for what is no invoice yet */
        public ?string $number = null,
        public ?string $issue_date = null,
        /** Where it can be paid; null when there is no such page, or it is not issued yet */
        public ?string $pay_url = null,
        public bool $can_be_paid_online = false,
    ) {
    }

    /** The language of the paper: the client's, else the business's own. */
    public function locale(): string
    {
        return $this->buyer !== null && $this->buyer->locale !== '' ? $this->buyer->locale : $this->seller->locale;
    }

    /**
     * What is copied into the invoice when it is issued: who sold, who bought, what, at which tax, and
     * the paper itself.
     *
     * @param array<string, mixed> $paper
     * @return array<string, mixed>
     */
    public function to_document(array $paper): array
    {
        $totals = $this->totals;

        return [
            'seller' => [
                'name' => $this->seller->name,
                'email' => $this->seller->email,
                'phone' => $this->seller->phone,
                'website' => $this->seller->website,
                'address' => $this->seller->address->to_array(),
                'tax_id' => $this->seller->tax_id,
            ],
            'buyer' => $this->buyer === null ? null : [
                'name' => $this->buyer->name,
                'email' => $this->buyer->email,
                'phone' => $this->buyer->phone,
                'address' => $this->buyer->address->to_array(),
                'tax_id' => $this->buyer->tax_id,
            ],
            'website' => $this->website === null ? null : ['name' => $this->website->name, 'url' => $this->website->url],
            'number' => $this->number,
            'issue_date' => $this->issue_date,
            'due_date' => $this->terms->due_date,
            'currency' => $totals->currency->code,
            'tax_mode' => $this->terms->tax_mode->value,
            'lines' => array_map(static fn (InvoiceLine $line): array => $line->to_row(), $this->terms->lines),
            'discount' => $this->terms->discount?->to_wire(),
            'message' => $this->terms->message,
            'totals' => [
                'subtotal' => $totals->subtotal,
                'discount' => $totals->discount,
                'net' => $totals->net,
                'taxes' => array_map(static fn (TaxSum $tax): array => [...$tax->tax->to_wire(), 'base' => $tax->base, 'amount' => $tax->amount], $totals->taxes),
                'total' => $totals->total,
            ],
            'paper' => $paper,
        ];
    }
}
