<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Rest;

use Closure;
use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Websites\Rest\WebsitesController;

/** Which operation of the contract is answered by what, and who may call it. Controllers are made when one is called. */
final readonly class ClientsRoutes
{
    /**
     * @param Closure(): ClientsController $clients
     * @param Closure(): ContactsController $contacts
     * @param Closure(): WebsitesController $websites
     */
    public function __construct(private Closure $clients, private Closure $contacts, private Closure $websites)
    {
    }

    public function register(Routes $routes): void
    {
        $look = StaffAccess::may(Capability::View);
        $change = StaffAccess::may(Capability::ManageClients);
        $routes->add('clients.list', $look, fn (Request $request): array => ($this->clients)()->list($request));
        $routes->add('clients.summary', $look, fn (): array => ($this->clients)()->summary());
        $routes->add('clients.get', $look, fn (Request $request): array => ($this->clients)()->get($request));
        $routes->add('clients.events', $look, fn (Request $request): array => ($this->clients)()->events($request));
        $routes->add('clients.create', $change, fn (Request $request): array => ($this->clients)()->create($request));
        $routes->add('clients.update', $change, fn (Request $request): array => ($this->clients)()->update($request));
        $routes->add('contacts.create', $change, fn (Request $request): array => ($this->contacts)()->create($request));
        $routes->add('contacts.update', $change, fn (Request $request): array => ($this->contacts)()->update($request));
        $routes->add('contacts.delete', $change, fn (Request $request): array => ($this->contacts)()->delete($request));
        $routes->add('contacts.invite', $change, fn (Request $request): array => ($this->contacts)()->invite($request));
        $routes->add('contacts.revoke', $change, fn (Request $request): array => ($this->contacts)()->revoke($request));
        $routes->add('contacts.suspend', $change, fn (Request $request): array => ($this->contacts)()->suspend($request));
        $routes->add('contacts.restore', $change, fn (Request $request): array => ($this->contacts)()->restore($request));
        $routes->add('roles.list', $look, fn (): array => ($this->contacts)()->roles());
        $routes->add('websites.create', $change, fn (Request $request): array => ($this->websites)()->create($request));
        $routes->add('websites.update', $change, fn (Request $request): array => ($this->websites)()->update($request));
        $routes->add('websites.delete', $change, fn (Request $request): array => ($this->websites)()->delete($request));
    }
}
