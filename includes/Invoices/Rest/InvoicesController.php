<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Counterfoil\Activity\EventTimeline;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Invoices\CreateDraft;
use Counterfoil\Invoices\DeleteDraft;
use Counterfoil\Invoices\DuplicateInvoice;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\IssueInvoice;
use Counterfoil\Invoices\PreviewInvoice;
use Counterfoil\Invoices\ResendInvoice;
use Counterfoil\Invoices\TermsCheck;
use Counterfoil\Invoices\UpdateDraft;
use Counterfoil\Invoices\VoidInvoice;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;

final readonly class InvoicesController
{
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceResource $resource,
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
        private PdfFont $font,
    ) {
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        return $this->preview->handle(self::terms($request));
    }

    /** @return array<string, mixed> */
    public function draw(Request $request): array
    {
        return $this->preview->draw(self::terms($request));
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->to_wire($this->create->handle(self::terms($request), $request->viewer->actor, $request->body['attachments'] ?? [], $request->body['recipients'] ?? null));
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($this->seen($request));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->to_wire($this->update->handle($this->seen($request)->id, self::terms($request), $request->body['version'], $request->viewer->actor, $request->body['attachments'] ?? null, $request->body['recipients'] ?? null));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->delete->handle($this->seen($request)->id, $request->viewer->actor);

        return ['done' => true];
    }

    /** @return array<string, mixed> */
    public function send(Request $request): array
    {
        return $this->resource->to_wire($this->issue->handle($this->seen($request)->id, $request->body['version'], $request->viewer->actor, self::invites($request)));
    }

    /** @return array<string, mixed> */
    public function resend(Request $request): array
    {
        return $this->resource->to_wire($this->resend->handle($this->seen($request)->id, $request->viewer->actor, self::invites($request)));
    }

    /** @return array<string, mixed> */
    public function void(Request $request): array
    {
        return $this->resource->to_wire($this->void->handle($this->seen($request)->id, $request->viewer->actor, Input::line($request->body['reason'])));
    }

    /** @return array<string, mixed> */
    public function duplicate(Request $request): array
    {
        [$draft, $left_out] = $this->duplicate->handle($this->seen($request)->id, $request->viewer->actor);

        return $this->resource->to_wire($draft) + ['coupon_left_out' => $left_out];
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

    /** @throws DomainError 400 for a client that is not for them, in the words for one that is not there */
    private static function terms(Request $request): InvoiceTerms
    {
        $terms = InvoiceTerms::from_wire($request->body);
        if ($terms->client_id !== null && ! $request->viewer->sees($terms->client_id)) {
            throw TermsCheck::no_such_client();
        }

        return $terms;
    }

    /** @throws DomainError 403 for staff who may bill and not invite */
    private static function invites(Request $request): bool
    {
        $invites = ($request->body['invite'] ?? false) === true;

        return ! $invites || $request->viewer->may('manage_clients') ? $invites : throw DomainError::forbidden();
    }

    private function would_be(Invoice $draft): string
    {
        return Pdf::render($this->papers->of($draft), "draft-{$draft->id}-{$draft->version}", $this->clock->now(), font: $this->font);
    }
}
