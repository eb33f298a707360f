<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Changes a client's details; issued invoices keep what they say. */
final readonly class UpdateClient
{
    public function __construct(private Changes $changes, private ClientRepository $clients)
    {
    }

    /**
     * @param array<string, mixed> $body `clients.update` of the contract
     * @throws DomainError 400, 404
     */
    public function handle(int $id, array $body, Viewer $viewer): Client
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $body, $viewer): Client {
            $details = ClientDetails::from_body($body, $this->clients->get($id, $viewer)->currency);
            $this->clients->update($id, $details);
            $change->event('client.updated', [['client', $id]], $id, ['name' => $details->name]);
            /**
             * Fires after a client's details change.
             *
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('client_updated', $id);

            return $this->clients->get($id, $viewer);
        });
    }
}
