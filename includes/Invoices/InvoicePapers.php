<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\PortalAccess;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PaperDesign;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SafeImage;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** The paper of an invoice: the kept one of an issued invoice, a new one of what is being typed. */
final readonly class InvoicePapers
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): PaperDesign $design
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceArchive $archive,
        private ClientRepository $clients,
        private WebsiteRepository $websites,
        private PortalRepository $portals,
        private Logo $logo,
        private PortalUrls $urls,
        private Closure $business,
        private Closure $design,
        private OnlinePayment $online,
        private PortalAccess $access,
        private Glyphs $glyphs,
        private VatExchange $exchange,
    ) {
    }

    public function of(Invoice $invoice): Paper
    {
        $kept = $invoice->is_draft() ? null : $this->archive->paper($invoice->id);
        if ($kept !== null) {
            return $kept;
        }
        $terms = $this->invoices->terms($invoice);

        return $this->of_terms($terms, InvoiceTotals::stored($invoice, $terms->lines));
    }

    /** What is being typed. */
    public function of_terms(InvoiceTerms $terms, InvoiceTotals $totals): Paper
    {
        $client = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());

        return $this->write($this->gather($terms, $totals, $client, null, null));
    }

    /**
     * Of a draft that is being issued: its paper has a place for the number.
     *
     * @param bool $are_invited whether its recipients are invited to the portal with it
     */
    public function facts_of_issue(Invoice $draft, InvoiceTerms $terms, Client $client, string $issue_date, bool $are_invited): InvoiceFacts
    {
        return $this->gather($terms, InvoiceTotals::stored($draft, $terms->lines), $client, $draft->id, $issue_date, $are_invited);
    }

    public function write(InvoiceFacts $facts): Paper
    {
        return DocumentLanguage::on_paper(
            $facts->locale(),
            $this->glyphs,
            static fn (DocumentLanguage $language): Paper => (new InvoiceWording($facts, $language))->paper()
        );
    }
    private function gather(InvoiceTerms $terms, InvoiceTotals $totals, ?Client $client, ?int $id, ?string $issue_date, bool $are_invited = false): InvoiceFacts
    {
        $portal = $client === null ? $this->portals->default() : $this->portals->get($client->portal_id);
        // A link to a log-in is none to somebody who has no account there.
        $can_log_in = $client === null || $are_invited || $this->access->anybody_may($client->id, 'billing.manage');
        $can_pay_online = $can_log_in && $this->urls->has_portal_page($portal) && $this->online->is_offered(new Money($totals->total, $totals->currency));
        $logo = $this->logo->data($portal);

        return new InvoiceFacts(
            $terms,
            $totals,
            ($this->business)(),
            $portal,
            $logo === null ? null : new SafeImage($logo['mime'], $logo['base64'], $logo['width'], $logo['height']),
            ($this->design)(),
            $client,
            $terms->website_id === null ? null : $this->websites->find($terms->website_id, Viewer::system()),
            $id === null ? null : Paper::NUMBER,
            $issue_date,
            $can_pay_online && $id !== null ? $this->urls->pay($portal, $id) : null,
            $can_pay_online,
            // What is no VAT invoice states no VAT for the books; the invoice that its payment makes does.
            $terms->kind === DocumentKind::ProForma ? null : $this->exchange->of($terms, $totals),
        );
    }
}
