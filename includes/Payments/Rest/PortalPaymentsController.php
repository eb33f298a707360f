<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Rest;

use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\PayInvoice;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Payments\RefreshPayment;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

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

    public function register(Routes $routes): void
    {
        $permission = $this->session->may('billing.manage');
        $routes->add('portal.pay', $permission, $this->pay(...), calls_outside: true);
        $routes->add('portal.payment', $permission, $this->refresh(...), calls_outside: true);
    }

    /** @return array<string, mixed> */
    private function pay(Request $request): array
    {
        $contact = $this->session->require();

        return $this->resource->to_wire($this->pay->handle($request->id(), $contact->client->id, $contact->actor()));
    }

    /** @return array<string, mixed> */
    private function refresh(Request $request): array
    {
        return $this->resource->to_wire($this->refresh->handle($request->id(), $this->session->require()->client->id));
    }
}
