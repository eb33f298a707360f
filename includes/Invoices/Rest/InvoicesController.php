<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Counterfoil\Activity\EventTimeline;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;

final readonly class InvoicesController
{
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceResource $resource,
        private InvoicePapers $papers,
        private InvoiceArchive $archive,
        private EventTimeline $timeline,
        private Clock $clock,
        private PdfFont $font,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($this->seen($request));
    }

    public function pdf(Request $request): Download
    {
        $invoice = $this->seen($request);

        return $invoice->is_draft() ? new Download($this->would_be($invoice), $this->archive->filename($invoice)) : $this->archive->download($invoice);
    }

    /** @return array<string, mixed> */
    public function events(Request $request): array
    {
        return $this->timeline->of('invoice', $this->seen($request)->id, $request->viewer, $request->per_page(), $request->cursor());
    }

    /** @throws DomainError 404 also when it is there, and not for them */
    private function seen(Request $request): Invoice
    {
        return $this->invoices->get($request->id(), $request->viewer);
    }

    private function would_be(Invoice $draft): string
    {
        return Pdf::render($this->papers->of($draft), "draft-{$draft->id}-{$draft->version}", $this->clock->now(), font: $this->font);
    }
}
