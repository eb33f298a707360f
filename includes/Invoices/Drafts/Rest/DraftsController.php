<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts\Rest;

use Counterfoil\Invoices\Drafts\CreateDraft;
use Counterfoil\Invoices\Drafts\DeleteDraft;
use Counterfoil\Invoices\Drafts\DuplicateInvoice;
use Counterfoil\Invoices\Drafts\PreviewInvoice;
use Counterfoil\Invoices\Drafts\TermsCheck;
use Counterfoil\Invoices\Drafts\UpdateDraft;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Request;

final readonly class DraftsController
{
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceResource $resource,
        private PreviewInvoice $preview,
        private CreateDraft $create,
        private UpdateDraft $update,
        private DeleteDraft $delete,
        private DuplicateInvoice $duplicate,
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
    public function update(Request $request): array
    {
        return $this->resource->to_wire($this->update->handle($this->seen($request), self::terms($request), $request->body['version'], $request->viewer->actor, $request->body['attachments'] ?? null, $request->body['recipients'] ?? null));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->delete->handle($this->seen($request), $request->viewer->actor);

        return ['done' => true];
    }

    /** @return array<string, mixed> */
    public function duplicate(Request $request): array
    {
        [$draft, $left_out] = $this->duplicate->handle($this->seen($request), $request->viewer->actor);

        return $this->resource->to_wire($draft) + ['coupon_left_out' => $left_out];
    }

    /**
     * @return int its id
     * @throws DomainError 404 also when it is there, and not for them
     */
    private function seen(Request $request): int
    {
        return $this->invoices->get($request->id(), $request->viewer)->id;
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
}
