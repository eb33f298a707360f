<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods\Rest;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Identity\PortalContact;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\Gateway\GatewayKeeping;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\KeepingState;
use Counterfoil\Payments\Methods\AddMethod;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Payments\Methods\KeptMethodResource;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Payments\Methods\RemoveMethod;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Rest\Request;

/** Staff see a client's methods and may take one out; in the portal the client is the session's, never the request's. */
final readonly class MethodsController
{
    /** Seconds whoever adds one waits for the gateway. */
    private const SECONDS = 15.0;

    public function __construct(
        private ClientRepository $clients,
        private KeptMethodRepository $methods,
        private KeptMethodResource $resource,
        private RemoveMethod $remove,
        private AddMethod $add,
        private PortalSession $session,
        private PortalRepository $portals,
        private PortalUrls $urls,
        private GatewayLine $line,
    ) {
    }

    /** @return array<string, mixed> */
    public function of_client(Request $request): array
    {
        return $this->resource->to_wire($this->methods->of_client($this->clients->get($request->id(), $request->viewer)->id, $request->viewer));
    }

    /** @return array<string, mixed> */
    public function remove(Request $request): array
    {
        $method = $this->methods->get($request->id(), $request->viewer);
        $this->remove->handle($method->id, RemovedWhy::Staff, $request->viewer);

        return $this->resource->to_wire($this->methods->of_client($method->client_id, $request->viewer));
    }

    /** @return array<string, mixed> */
    public function add(): array
    {
        $contact = $this->session->require();

        return $this->line->within(self::SECONDS, fn (): array => $this->keeping($this->add->begin($contact->client->id, $contact->actor()), $contact));
    }

    /** @return array<string, mixed> */
    public function keep(Request $request): array
    {
        $contact = $this->session->require();

        return $this->line->within(self::SECONDS, fn (): array => $this->keeping($this->add->complete((string) $request->body['keeping'], $contact->client->id), $contact));
    }

    /** @return array<string, mixed> */
    private function keeping(GatewayKeeping $keeping, PortalContact $contact): array
    {
        $gateway = $this->add->gateway();
        $form = $keeping->state === KeepingState::Waits
            ? $gateway->keeping_form($keeping, $this->urls->to($this->portals->get($contact->client->portal_id), 'payment-methods'), determine_locale())
            : null;

        return [
            'keeping' => $keeping->id,
            'state' => $keeping->state->value,
            'gateway' => $form === null ? null : ['name' => $gateway->name(), 'script' => $form->script, 'params' => (object) $form->params],
        ];
    }
}
