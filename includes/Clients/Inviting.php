<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Asking contacts into the portal; done by whoever keeps accounts and links. Each joins the change that is under way. */
interface Inviting
{
    /** Also anew: an earlier link ends. @throws DomainError 409 when there is access already, or it was taken away, or the portal has no pages */
    public function send(Contact $contact, Actor $by): void;

    /** @throws DomainError 409 when there is no open invitation */
    public function revoke(Contact $contact, Actor $by): void;

    /** The contact is no more: whatever links it was sent end. */
    public function end_links(Contact $contact): void;
}
