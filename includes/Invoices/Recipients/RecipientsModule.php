<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Recipients;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Who gets one bill, where it is somebody else than the client's usual recipients. */
final class RecipientsModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.choose-recipients', fn (Request $request): array => $this->plugin->module(InvoicesModule::class)->resource()->to_wire(
            $this->choose()->handle($request->id(), $request->body['to'], $request->body['cc'], $request->viewer)
        ));
    }

    public function recipients(): BillRecipients
    {
        return new BillRecipients($this->plugin->database(), $this->plugin->module(ClientsModule::class)->recipients());
    }

    public function choose(): ChooseRecipients
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new ChooseRecipients($this->plugin->changes(), $this->plugin->module(InvoicesModule::class)->invoices(), $clients->clients(), $clients->contacts(), $this->recipients());
    }
}
