<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientWebsites;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

/** What the noun of clients asks of this one. */
final readonly class WebsitesOfClients implements ClientWebsites
{
    public function __construct(private ChangeWebsite $change, private WebsiteRepository $websites, private WebsiteResource $resource)
    {
    }

    public function add(Client $client, array $websites, Actor $by): void
    {
        foreach ($websites as $index => $website) {
            $this->change->create($client, $website, $by, "/websites/{$index}");
        }
    }

    public function of_client(Client $client): array
    {
        // Whoever was handed the client sees it.
        return $this->resource->all($client->id, $this->websites->of_client($client->id, Viewer::system()));
    }
}
