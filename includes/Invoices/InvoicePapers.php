<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\Paper;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** The paper of an invoice: the kept one of an issued invoice, a new one of what is being typed. */
final readonly class InvoicePapers
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Invoicing $invoicing
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private WebsiteRepository $websites,
        private PortalRepository $portals,
        private Logo $logo,
        private PortalUrls $urls,
        private Closure $business,
        private Closure $invoicing,
        private OnlinePayment $online,
    ) {
    }

    public function of(Invoice $invoice): Paper
    {
        $document = $invoice->is_draft() ? null : $this->invoices->document($invoice->id);
        if ($document !== null) {
            return Paper::from_array($document['paper']);
        }
        $terms = $this->invoices->terms($invoice);

        return $this->write($this->facts($terms, InvoiceTotals::stored($invoice, $terms->lines)));
    }

    /** What is being typed. */
    public function of_terms(InvoiceTerms $terms, InvoiceTotals $totals): Paper
    {
        return $this->write($this->facts($terms, $totals));
    }

    public function facts(InvoiceTerms $terms, InvoiceTotals $totals): InvoiceFacts
    {
        return $this->gather($terms, $totals, null, null, null);
    }

    /** Of a draft that is being issued. */
    public function facts_of_issue(int $id, InvoiceTerms $terms, InvoiceTotals $totals, string $number, string $issue_date): InvoiceFacts
    {
        return $this->gather($terms, $totals, $id, $number, $issue_date);
    }

    public function write(InvoiceFacts $facts): Paper
    {
        return DocumentLanguage::speak(
            $facts->locale(),
            static fn (DocumentLanguage $language): Paper => (new InvoiceWording($facts, $language))->paper()
        );
    }

    private function gather(InvoiceTerms $terms, InvoiceTotals $totals, ?int $id, ?string $number, ?string $issue_date): InvoiceFacts
    {
        $client = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());
        $portal = $client === null ? $this->portals->default() : $this->portals->get($client->portal_id);
        $can_pay_online = $this->urls->has_portal_page($portal) && $this->online->is_offered(new Money($totals->total, $totals->currency));

        return new InvoiceFacts(
            $terms,
            $totals,
            ($this->business)(),
            $portal,
            $this->logo->data($portal),
            trim(($this->invoicing)()->footer),
            $client,
            $terms->website_id === null ? null : $this->websites->find($terms->website_id, Viewer::system()),
            $number,
            $issue_date,
            $can_pay_online && $id !== null ? $this->urls->pay($portal, $id) : null,
            $can_pay_online,
        );
    }
}
