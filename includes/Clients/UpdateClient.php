<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

/** Changes a client's details; issued invoices keep what they say. */
final readonly class UpdateClient
{
    public function __construct(private Database $database, private ClientRepository $clients, private EventLog $events)
    {
    }

    /**
     * @param array<string, mixed> $body `clients.update` of the contract
     * @throws DomainError 400, 404
     */
    public function handle(int $id, array $body, Actor $by): Client
    {
        return $this->database->transaction(function () use ($id, $body, $by): Client {
            $details = ClientDetails::from_body($body, $this->clients->get($id)->currency);
            $this->clients->update($id, $details);
            $this->events->record('client.updated', [['client', $id]], $id, $by, ['name' => $details->name]);
            $this->database->after_commit(static fn () => do_action('counterfoil_client_updated', $id));

            return $this->clients->get($id);
        });
    }
}
