<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class IdentityModule implements Module
{
    private ?PortalSession $session = null;
    private ?TokenRepository $tokens = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function session(): PortalSession
    {
        $clients = $this->plugin->clients;

        return $this->session ??= new PortalSession(
            $clients->contacts(),
            $clients->clients(),
            $clients->roles(),
            fn (int $invoice_id): ?int => $this->plugin->invoices->invoices()->find($invoice_id)?->client_id
        );
    }

    public function tokens(): TokenRepository
    {
        return $this->tokens ??= new TokenRepository($this->plugin->database, $this->plugin->clock);
    }

    public function invitations(): Invitations
    {
        $clients = $this->plugin->clients;

        return new Invitations(
            $this->plugin->database,
            $clients->contacts(),
            $clients->clients(),
            $this->tokens(),
            $this->plugin->emails->outbox(),
            $this->plugin->activity->log(),
            $this->plugin->brand->business()->locale
        );
    }
}
