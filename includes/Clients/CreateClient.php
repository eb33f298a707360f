<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Makes a client with its first contact and websites; all of it or nothing. */
final readonly class CreateClient
{
    /**
     * @param Closure(): ClientWebsites $websites
     * @param Closure(): Business $business
     */
    public function __construct(
        private Changes $changes,
        private ClientRepository $clients,
        private AddContact $add_contact,
        private Closure $websites,
        private PortalRepository $portals,
        private Closure $business,
        private CheckVatId $check_vat_id,
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
            throw DomainError::invalid(__('Enter the contact to invite.', 'counterfoil'), '/contact');
        }
        $portal = $this->portals->default();

        return $this->changes->run($by, function (Change $change) use ($body, $details, $contact, $invite, $portal): Client {
            // Whoever makes a client sees what they made, even one who looks after others only.
            $client = $this->clients->get($this->clients->insert($portal->id, $details), Viewer::system());
            $change->event('client.created', [['client', $client->id]], $client->id, ['name' => $client->name]);
            /**
             * Fires after a client is created, with its first contact and websites.
             *
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('client_created', $client->id);
            $this->check_vat_id->want($change, $client);
            if (($body['websites'] ?? []) !== []) {
                ($this->websites)()->add($client, $body['websites'], $change->actor);
            }
            if ($contact !== null) {
                $this->add_contact->handle($client, $contact, $invite, $change->actor, '/contact');
            }

            return $client;
        });
    }
}
