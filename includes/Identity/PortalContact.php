<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\Contact;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

/** Who is logged in at the portal, for which client. */
final readonly class PortalContact
{
    /** @param list<string> $permissions "billing.view", "billing.manage", … */
    public function __construct(public Contact $contact, public Client $client, public array $permissions)
    {
    }

    public function can(string $permission): bool
    {
        return in_array($permission, $this->permissions, true);
    }

    public function actor(): Actor
    {
        return Actor::contact($this->contact->id, $this->contact->name);
    }

    public function viewer(): Viewer
    {
        return Viewer::contact($this->actor(), $this->client->id, $this->permissions);
    }
}
