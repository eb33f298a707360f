<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Clients\Rest\ClientsController;
use Counterfoil\Clients\Rest\ClientsRoutes;
use Counterfoil\Clients\Rest\ContactsController;
use Counterfoil\Identity\Invitations;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Module;
use Counterfoil\Websites\ChangeWebsite;
use Counterfoil\Websites\Rest\WebsitesController;
use Counterfoil\Websites\WebsiteRepository;

final class ClientsModule implements Module
{
    private ?ClientRepository $clients = null;
    private ?ContactRepository $contacts = null;
    private ?WebsiteRepository $websites = null;
    private ?RoleRepository $roles = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            (new ClientsRoutes(
                $this->clients_controller(...),
                $this->contacts_controller(...),
                $this->websites_controller(...),
            ))->register($this->plugin->routes());
        });
        add_action('deleted_user', fn (int $user_id) => $this->change_access()->forget_user($user_id));
    }

    /** Repeatable: runs after migrations. */
    public function fill(): void
    {
        $this->roles()->create_built_in();
    }

    public function clients(): ClientRepository
    {
        return $this->clients ??= new ClientRepository($this->plugin->database, $this->plugin->clock);
    }

    public function contacts(): ContactRepository
    {
        return $this->contacts ??= new ContactRepository($this->plugin->database, $this->plugin->clock);
    }

    public function websites(): WebsiteRepository
    {
        return $this->websites ??= new WebsiteRepository($this->plugin->database, $this->plugin->clock);
    }

    public function roles(): RoleRepository
    {
        return $this->roles ??= new RoleRepository($this->plugin->database);
    }

    public function create_client(): CreateClient
    {
        return new CreateClient(
            $this->plugin->database,
            $this->clients(),
            $this->add_contact(),
            $this->change_website(),
            $this->plugin->brand->portals(),
            $this->plugin->brand->business(...),
            $this->plugin->activity->log(),
        );
    }

    public function add_contact(): AddContact
    {
        return new AddContact($this->plugin->database, $this->contacts(), $this->roles(), $this->plugin->activity->log(), $this->invitations(...));
    }

    private function change_access(): ChangeAccess
    {
        return new ChangeAccess($this->plugin->database, $this->contacts(), new EndSessions($this->contacts()), $this->plugin->activity->log());
    }

    private function change_website(): ChangeWebsite
    {
        return new ChangeWebsite($this->plugin->database, $this->websites(), $this->plugin->activity->log());
    }

    private function clients_controller(): ClientsController
    {
        $resource = new ClientResource(
            $this->contacts(),
            $this->websites(),
            new BalancesQuery($this->plugin->database),
            $this->contact_resource(),
            fn (): string => Timestamps::day($this->plugin->clock->now(), $this->plugin->brand->business()->timezone),
        );

        return new ClientsController(
            $this->clients(),
            new ClientsQuery($this->plugin->database),
            $resource,
            $this->create_client(),
            new UpdateClient($this->plugin->database, $this->clients(), $this->plugin->activity->log()),
            $this->plugin->activity->timeline(),
        );
    }

    private function contacts_controller(): ContactsController
    {
        $events = $this->plugin->activity->log();
        $change = new ChangeContact($this->plugin->database, $this->contacts(), $this->roles(), new EndSessions($this->contacts()), $events, $this->invitations(...));

        return new ContactsController(
            $this->clients(),
            $this->contacts(),
            $this->roles(),
            $this->contact_resource(),
            $this->add_contact(),
            $change,
            $this->change_access(),
            $this->invitations(...),
        );
    }

    private function websites_controller(): WebsitesController
    {
        return new WebsitesController($this->clients(), $this->websites(), $this->change_website());
    }

    private function contact_resource(): ContactResource
    {
        return new ContactResource($this->roles(), $this->plugin->identity->tokens());
    }

    private function invitations(): Invitations
    {
        return $this->plugin->identity->invitations();
    }
}
