<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Rest;

use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\PayInvoice;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Payments\RefreshPayment;
use Counterfoil\Shared\Rest\Request;

/** The client is the session's, never the request's. */
final readonly class PortalPaymentsController
{
    public function __construct(
        private PortalSession $session,
        private PayInvoice $pay,
        private RefreshPayment $refresh,
        private PortalPaymentResource $resource,
    ) {
    }


    /** @return array<string, mixed> */
    public function pay(Request $request): array
    {
        $contact = $this->session->require();

        return $this->resource->to_wire($this->pay->handle($request->id(), $contact->client->id, $contact->actor()));
    }

    /** @return array<string, mixed> */
    public function refresh(Request $request): array
    {
        return $this->resource->to_wire($this->refresh->handle($request->id(), $this->session->require()->viewer()));
    }
}
