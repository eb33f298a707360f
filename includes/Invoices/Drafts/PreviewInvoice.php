<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Invoices\TotalsResource;
use Counterfoil\Invoices\VatExchange;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/** What is being typed, computed and drawn; nothing is saved. */
final readonly class PreviewInvoice
{
    public function __construct(private TermsCheck $check, private InvoicePapers $papers, private PrintCheck $print_check, private PdfFont $font, private LineTaxes $taxes, private VatExchange $exchange)
    {
    }

    /**
     * @return array<string, mixed> the contract's preview
     * @throws DomainError 400 naming each field
     */
    public function handle(InvoiceTerms $terms): array
    {
        $terms = $this->check->check($terms);
        $totals = $terms->totals();
        $paper = $this->papers->of_terms($terms, $totals);
        $exchange = $this->exchange->of($terms, $totals);
        $this->exchange->want($exchange, $totals);

        return [
            'totals' => TotalsResource::of_terms($totals),
            'amounts' => array_map(static fn (int $amount): array => (new Money($amount, $totals->currency))->to_wire(), $totals->amounts),
            'coupon' => $terms->coupon?->with_amount($totals->coupon())->to_wire($totals->currency),
            'tax_exchange' => $exchange?->to_wire(),
            'proposals' => array_map(static fn (TaxProposal $proposal): array => $proposal->to_wire(), $this->taxes->of($terms)),
            'document' => $paper->to_wire(),
            'unprintable' => (object) $this->print_check->problems($paper),
        ];
    }

    /**
     * @return array<string, mixed> the contract's drawing
     * @throws DomainError 400 naming each field
     */
    public function draw(InvoiceTerms $terms): array
    {
        return Pdf::drawing($this->paper($this->check->check($terms)), $this->font);
    }

    private function paper(InvoiceTerms $terms): Paper
    {
        return $this->papers->of_terms($terms, $terms->totals());
    }
}
