<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Changes a client's details; issued invoices keep what they say. */
final readonly class UpdateClient
{
    /** @param Closure(): CopiesOfNames $copies */
    public function __construct(private Changes $changes, private ClientRepository $clients, private Closure $copies, private CheckVatId $check_vat_id)
    {
    }

    /**
     * @param array<string, mixed> $body `clients.update` of the contract
     * @throws DomainError 400, 404
     */
    public function handle(int $id, array $body, Viewer $viewer): Client
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $body, $viewer): Client {
            $before = $this->clients->get($id, $viewer);
            $details = ClientDetails::from_body($body, $before->currency, $before->profile);
            $this->clients->update($id, $details);
            if (Client::sorted_as($details->name) !== $before->sort_name()) {
                ($this->copies)()->renew($id, Client::sorted_as($details->name));
            }
            $change->event('client.updated', [['client', $id]], $id, ['name' => $details->name]);
            /**
             * Fires after a client's details change.
             *
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('client_updated', $id);

            $client = $this->clients->get($id, $viewer);
            $this->check_vat_id->want($change, $client);

            return $client;
        });
    }
}
