<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\DomainError;

/**
 * A page of the portal, contributed by its noun (Module::screens()) under the word that its address has: "invoices".
 * A reader who may not see it gets the same frame with a sentence in it; what isn't theirs is not there.
 */
interface Screen
{
    /** The permission that the reader's role must have, "billing.view"; null for every contact. */
    public function needs(): ?string;

    /** Whether it can be opened by an address like this: a page about one thing needs its id. */
    public function fits(Location $location): bool;

    /** Which of the reader's own clients this address is about, when it says so: a mailed link may lead to another one's. */
    public function client_of(Location $location): ?int;

    /** Before what it shows is read: money that is on its way may have come. Looks at the gateway when it has to. */
    public function shows_money(): bool;

    /** Its tab in the frame, asked for those who may see the screen; null for pages that are reached from others. */
    public function tab(Reader $reader): ?Tab;

    /** @throws DomainError 404 when what the address names is not there, or not this reader's */
    public function open(Reader $reader, Location $location): OpenedScreen;
}
