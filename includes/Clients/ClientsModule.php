<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

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
}
