<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Activity\EventLog;
use Counterfoil\Business\Business;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Websites\ChangeWebsite;

/** Makes a client with its first contact and websites; all of it or nothing. */
final readonly class CreateClient
{
    /** @param Closure(): Business $business */
    public function __construct(
        private Database $database,
        private ClientRepository $clients,
        private AddContact $add_contact,
        private ChangeWebsite $websites,
        private PortalRepository $portals,
        private Closure $business,
        private EventLog $events,
    ) {
    }

    /**
     * @param array<string, mixed> $body `clients.create` of the contract
     * @throws DomainError 400
     */
    public function handle(array $body, Actor $by): Client
    {
        $details = ClientDetails::from_body($body, ($this->business)()->currency);
        $contact = $body['contact'] ?? null;
        $invite = $body['invite'] ?? false;
        if ($invite && $contact === null) {
            throw DomainError::invalid(__('Fill in the contact who is to be invited.', 'counterfoil'), '/contact');
        }
        $portal = $this->portals->default();

        return $this->database->transaction(function () use ($body, $details, $contact, $invite, $portal, $by): Client {
            $client = $this->clients->get($this->clients->insert($portal->id, $details));
            $this->events->record('client.created', [['client', $client->id]], $client->id, $by, ['name' => $client->name]);
            foreach ($body['websites'] ?? [] as $index => $website) {
                $this->websites->create($client, $website, $by, "/websites/{$index}");
            }
            if ($contact !== null) {
                $this->add_contact->handle($client, $contact, $invite, $by, '/contact');
            }
            $this->database->after_commit(static fn () => do_action('counterfoil_client_created', $client->id));

            return $client;
        });
    }
}
