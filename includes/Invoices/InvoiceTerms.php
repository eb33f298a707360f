<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\Drafts\TermsCheck;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;

/** What staff types: all that a draft is made of, before anything is computed. */
final readonly class InvoiceTerms
{
    /** @param list<InvoiceLine> $lines */
    public function __construct(
        /** Null only while previewing */
        public ?int $client_id,
        public ?int $website_id,
        public Currency $currency,
        public TaxMode $tax_mode,
        /** "2026-03-31", in the business's time zone */
        public string $due_date,
        public array $lines,
        public ?Discount $discount = null,
        public string $message = '',
        public Supply $supply = new Supply(),
        /** What the buyer wants to find on it (BT-10); empty for what its client has */
        public string $buyer_reference = '',
        /** In words (BT-20); may be empty */
        public string $payment_terms = '',
        /** Number of the buyer's order (BT-13); may be empty */
        public string $purchase_order = '',
        /** Typed: units of the currency VAT is declared in, for one of the invoice's; empty for the published one */
        public string $exchange_rate = '',
        /** As it was typed; may be empty */
        public string $coupon_code = '',
        /** Set by TermsCheck, or as the draft was saved */
        public ?AppliedCoupon $coupon = null,
        /** An invoice or a pro-forma; null for what the client gets otherwise */
        public ?DocumentKind $kind = null,
    ) {
    }

    /**
     * @param array<string, mixed> $body as the contract's invoiceInput has it
     * @throws \Counterfoil\Shared\DomainError 400 for a currency that can't be charged
     */
    public static function from_wire(array $body): self
    {
        return new self(
            $body['client_id'],
            $body['website_id'],
            Currency::of($body['currency']),
            TaxMode::from($body['tax_mode']),
            $body['due_date'],
            array_map(InvoiceLine::from_wire(...), array_values($body['lines'])),
            Discount::from_wire($body['discount']),
            trim($body['message']),
            Supply::from_wire($body['supply'] ?? null),
            Input::line($body['buyer_reference'] ?? ''),
            purchase_order: Input::line($body['purchase_order'] ?? ''),
            exchange_rate: $body['exchange_rate'] ?? '',
            coupon_code: trim($body['coupon'] ?? ''),
            kind: isset($body['kind']) ? DocumentKind::from($body['kind']) : null,
        );
    }

    /** @param list<InvoiceLine> $lines */
    public function with_lines(array $lines): self
    {
        return new self(...array_replace(get_object_vars($this), ['lines' => $lines]));
    }

    public function with_coupon(?AppliedCoupon $coupon): self
    {
        return new self(...array_replace(get_object_vars($this), ['coupon_code' => $coupon->code ?? '', 'coupon' => $coupon]));
    }

    /** The rate of another day is none. */
    public function without_exchange_rate(): self
    {
        return new self(...array_replace(get_object_vars($this), ['exchange_rate' => '']));
    }

    public function of_kind(DocumentKind $kind): self
    {
        return new self(...array_replace(get_object_vars($this), ['kind' => $kind]));
    }

    public function with_due_date(string $due_date): self
    {
        return new self(...array_replace(get_object_vars($this), ['due_date' => $due_date]));
    }

    /** @throws \Counterfoil\Shared\DomainError 400 naming the field whose sum is too large or discount too much */
    public function totals(): InvoiceTotals
    {
        return InvoiceTotals::of($this->lines, $this->discount, $this->tax_mode, $this->currency, $this->coupon);
    }
}
