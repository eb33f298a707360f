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
    private const OF_PAYERS = ['billing.view', 'billing.manage'];

    /** @param list<string> $permissions "billing.view", "billing.manage", … */
    public function __construct(public Contact $contact, public Client $client, public array $permissions)
    {
    }

    /** While the client is suspended, nothing. */
    public function can(string $permission): bool
    {
        return ! $this->is_suspended() && in_array($permission, $this->permissions, true);
    }

    public function is_suspended(): bool
    {
        return $this->client->suspended_at !== null;
    }

    public function actor(): Actor
    {
        return Actor::contact($this->contact->id, $this->contact->name);
    }

    public function viewer(): Viewer
    {
        return Viewer::contact($this->actor(), $this->client->id, $this->is_suspended() ? [] : $this->permissions);
    }

    /** Of what is still to be paid, which nobody is kept from: what their role lets them do with bills. */
    public function payer(): Viewer
    {
        return Viewer::contact($this->actor(), $this->client->id, $this->is_suspended() ? array_values(array_intersect($this->permissions, self::OF_PAYERS)) : $this->permissions);
    }
}
