<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
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
        public string $footer,
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

    /** The language of the paper: the client's, else the business's own. */
    public function locale(): string
    {
        return $this->buyer !== null && $this->buyer->locale !== '' ? $this->buyer->locale : $this->seller->locale;
    }
}
