<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Documents\Pdf;
use Counterfoil\Invoices\CreateDraft;
use Counterfoil\Invoices\DeleteDraft;
use Counterfoil\Invoices\DuplicateInvoice;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceFilter;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\InvoiceRowResource;
use Counterfoil\Invoices\InvoiceTallies;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\IssueInvoice;
use Counterfoil\Invoices\PreviewInvoice;
use Counterfoil\Invoices\ResendInvoice;
use Counterfoil\Invoices\UpdateDraft;
use Counterfoil\Invoices\VoidInvoice;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;

final readonly class InvoicesController
{
    private const LIST = 'invoices';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceTallies $tallies,
        private InvoiceResource $resource,
        private InvoiceRowResource $rows,
        private PreviewInvoice $preview,
        private CreateDraft $create,
        private UpdateDraft $update,
        private DeleteDraft $delete,
        private DuplicateInvoice $duplicate,
        private IssueInvoice $issue,
        private ResendInvoice $resend,
        private VoidInvoice $void,
        private InvoicePapers $papers,
        private InvoiceArchive $archive,
        private EventTimeline $timeline,
        private Clock $clock,
        private Closure $today,
    ) {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $before = $request->cursor() === null ? null : (int) (Cursor::decode(self::LIST, $request->cursor())[0] ?? 0);
        $found = $this->invoices->page(InvoiceFilter::from_query($request->query, ($this->today)()), $request->per_page() + 1, $before);
        $page = array_slice($found, 0, $request->per_page());

        return [
            'items' => $this->rows->to_wire($page),
            'next_cursor' => count($found) > count($page) ? Cursor::encode(self::LIST, [$page[count($page) - 1]->id]) : null,
        ];
    }

    /** @return array<string, mixed> */
    public function summary(Request $request): array
    {
        return $this->tallies->by_state(($this->today)(), $request->query['client_id'] ?? null);
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        return $this->preview->handle(InvoiceTerms::from_wire($request->body));
    }

    /** @return array<string, mixed> */
    public function draw(Request $request): array
    {
        return $this->preview->draw(InvoiceTerms::from_wire($request->body));
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->to_wire($this->create->handle(InvoiceTerms::from_wire($request->body), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($this->invoices->get($request->id()));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->to_wire($this->update->handle($request->id(), InvoiceTerms::from_wire($request->body), $request->body['version'], $request->viewer->actor));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->delete->handle($request->id(), $request->viewer->actor);

        return ['done' => true];
    }

    /** @return array<string, mixed> */
    public function send(Request $request): array
    {
        return $this->resource->to_wire($this->issue->handle($request->id(), $request->body['version'], $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function resend(Request $request): array
    {
        return $this->resource->to_wire($this->resend->handle($request->id(), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function void(Request $request): array
    {
        return $this->resource->to_wire($this->void->handle($request->id(), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function duplicate(Request $request): array
    {
        return $this->resource->to_wire($this->duplicate->handle($request->id(), $request->viewer->actor));
    }

    public function pdf(Request $request): Download
    {
        $invoice = $this->invoices->get($request->id());

        return new Download($invoice->is_draft() ? $this->would_be($invoice) : $this->archive->pdf($invoice->id), $this->archive->filename($invoice));
    }

    /** @return array<string, mixed> */
    public function events(Request $request): array
    {
        return $this->timeline->of('invoice', $this->invoices->get($request->id())->id, $request->viewer, $request->per_page(), $request->cursor());
    }

    private function would_be(Invoice $draft): string
    {
        return Pdf::render($this->papers->of($draft), "draft-{$draft->id}-{$draft->version}", $this->clock->now());
    }
}
