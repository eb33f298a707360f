<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links\Rest;

use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Links\Bearer;
use Counterfoil\Payments\Links\DrawByLink;
use Counterfoil\Payments\Links\LinkUrls;
use Counterfoil\Payments\Links\Passes;
use Counterfoil\Payments\Online\PayInvoice;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Request;

/** The two operations that the bearer of a link has. The bill is the link's, never the request's. */
final readonly class LinksController
{
    /** Seconds whoever pays waits for the gateway, when they begin and when they ask where it stands. */
    private const BEGIN = 20.0;
    private const ASK = 8.0;

    public function __construct(
        private Passes $passes,
        private PayInvoice $pay,
        private RefreshPayment $refresh,
        private PaymentRepository $payments,
        private PortalRepository $portals,
        private PortalPaymentResource $resource,
        private LinkUrls $urls,
        private GatewayLine $line,
    ) {
    }

    /** @return array<string, mixed> */
    public function pay(Request $request): array
    {
        $bearer = $this->payer($request);

        return $this->line->within(self::BEGIN, fn (): array => $this->wire($bearer, $this->pay->handle($bearer->invoice->id, $bearer->invoice->client_id, $bearer->actor())));
    }

    /** @return array<string, mixed> */
    public function refresh(Request $request): array
    {
        $bearer = $this->payer($request);
        $payment_id = (int) $request->params['payment'];
        $payment = $this->payments->find($payment_id, $bearer->viewer());
        if ($payment === null || ! DrawByLink::is_of_bill_alone($payment, $bearer->invoice)) {
            throw DomainError::not_found();
        }

        return $this->line->within(self::ASK, fn (): array => $this->wire($bearer, $this->refresh->handle($payment_id, $bearer->viewer())));
    }

    /** @throws DomainError 404 */
    private function payer(Request $request): Bearer
    {
        $bearer = $this->passes->bearer($request->id());

        return $bearer->may_pay() ? $bearer : throw DomainError::not_found();
    }

    /** @return array<string, mixed> */
    private function wire(Bearer $bearer, PaymentView $view): array
    {
        return $this->resource->to_wire($view, $this->urls->bill($this->portals->get($bearer->invoice->portal_id), $bearer->link->id));
    }
}
