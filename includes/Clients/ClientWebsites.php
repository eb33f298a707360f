<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** What clients need of the noun that keeps their websites. */
interface ClientWebsites
{
    /**
     * The websites that are typed in with a new client; joins the change that makes it.
     *
     * @param list<array{name: string, url: string}> $websites
     * @throws DomainError 400 with a pointer below "/websites"
     */
    public function add(Client $client, array $websites, Actor $by): void;

    /** @return list<array{id: int, name: string, url: string, is_used: bool}> as the contract has them */
    public function of_client(Client $client): array;
}
