<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Rest;

use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Online\PayInvoice;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;

/** The client is the session's, never the request's. */
final readonly class PortalPaymentsController
{
    /** Seconds whoever pays waits for the gateway, when they begin and when they ask where it stands. */
    private const BEGIN = 20.0;
    private const ASK = 8.0;

    public function __construct(
        private PortalSession $session,
        private PayInvoice $pay,
        private RefreshPayment $refresh,
        private PortalPaymentResource $resource,
        private GatewayLine $line,
    ) {
    }


    /** @return array<string, mixed> */
    public function pay(Request $request): array
    {
        $contact = $this->session->require_payer();

        return $this->line->within(self::BEGIN, fn (): array => $this->resource->to_wire($this->pay->handle($request->id(), $contact->client->id, $contact->actor())));
    }

    /** @return array<string, mixed> */
    public function pay_chosen(Request $request): array
    {
        $contact = $this->session->require_payer();
        $wanted = Wanted::all($request->body['invoices'], isset($request->body['amount']) ? Money::from_wire($request->body['amount']) : null);

        return $this->line->within(self::BEGIN, fn (): array => $this->resource->to_wire($this->pay->chosen($wanted, $contact->client->id, $contact->actor())));
    }

    /** @return array<string, mixed> */
    public function refresh(Request $request): array
    {
        return $this->line->within(self::ASK, fn (): array => $this->resource->to_wire($this->refresh->handle($request->id(), $this->session->require_payer()->payer())));
    }
}
