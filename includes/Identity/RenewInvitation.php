<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Inviting;
use Counterfoil\Shared\Actor;
use SensitiveParameter;

/** Whoever holds a link that was mailed to them and has expired gets a new one, to the same address and no other. */
final readonly class RenewInvitation
{
    public function __construct(private Throttle $throttle, private Links $links, private Inviting $inviting)
    {
    }

    /** @throws \Counterfoil\Shared\DomainError 409 when there is no open invitation (any more), 429 */
    public function handle(#[SensitiveParameter] string $secret): void
    {
        $contact = $this->throttle->link(fn () => $this->links->once_invited($secret) ?? throw Links::expired());
        if ($contact->access !== Access::Invited) {
            throw Links::expired();
        }
        $this->throttle->mail($contact->email);
        $this->inviting->send($contact, Actor::contact($contact->id, $contact->name));
    }
}
