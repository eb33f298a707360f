<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing\Rest;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Invoices\Issuing\ResendInvoice;
use Counterfoil\Invoices\Issuing\VoidInvoice;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Rest\Request;

final readonly class IssuingController
{
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceResource $resource,
        private IssueInvoice $issue,
        private ResendInvoice $resend,
        private VoidInvoice $void,
    ) {
    }

    /** @return array<string, mixed> */
    public function send(Request $request): array
    {
        return $this->resource->to_wire($this->issue->handle($this->seen($request), $request->body['version'], $request->viewer->actor, self::invites($request)));
    }

    /** @return array<string, mixed> */
    public function resend(Request $request): array
    {
        return $this->resource->to_wire($this->resend->handle($this->seen($request), $request->viewer->actor, self::invites($request)));
    }

    /** @return array<string, mixed> */
    public function void(Request $request): array
    {
        return $this->resource->to_wire($this->void->handle($this->seen($request), $request->viewer->actor, Input::line($request->body['reason'])));
    }

    /**
     * @return int its id
     * @throws DomainError 404 also when it is there, and not for them
     */
    private function seen(Request $request): int
    {
        return $this->invoices->get($request->id(), $request->viewer)->id;
    }

    /** @throws DomainError 403 for staff who may bill and not invite */
    private static function invites(Request $request): bool
    {
        $invites = ($request->body['invite'] ?? false) === true;

        return ! $invites || $request->viewer->may('manage_clients') ? $invites : throw DomainError::forbidden();
    }
}
