<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Documents\PaperDesign;
use Counterfoil\Documents\PaperField;
use Counterfoil\Portals\Portal;
use Counterfoil\Shared\SafeImage;
use Counterfoil\Websites\Website;

/** All that the paper of an invoice is made from. */
final readonly class InvoiceFacts
{
    public function __construct(
        public InvoiceTerms $terms,
        public InvoiceTotals $totals,
        public Business $seller,
        public Portal $portal,
        public ?SafeImage $logo,
        public PaperDesign $design,
        /** Null while nobody is chosen yet */
        public ?Client $buyer,
        public ?Website $website,
        /** Null for what is no invoice yet; Paper::NUMBER while it is being issued */
        public ?string $number = null,
        public ?string $issue_date = null,
        /** Where it can be paid; null when there is no such page, or it is not issued yet */
        public ?string $pay_url = null,
        public bool $can_be_paid_online = false,
        public ?VatInOwnCurrency $exchange = null,
    ) {
    }

    /** Whether the paper has this; numbers by which tax offices know both are always there where the buyer owes the tax. */
    public function shows(PaperField $field): bool
    {
        $is_tax_id = $field === PaperField::TaxIds || $field === PaperField::ClientTaxIds;
        $reversed = array_filter($this->terms->lines, static fn (InvoiceLine $line): bool => $line->tax?->category === TaxCategory::ReverseCharge);

        return $this->design->shows($field) || ($is_tax_id && $reversed !== []);
    }

    /** The language of the paper: the client's, else the business's own. */
    public function locale(): string
    {
        return $this->buyer !== null && $this->buyer->locale !== '' ? $this->buyer->locale : $this->seller->locale;
    }
}
