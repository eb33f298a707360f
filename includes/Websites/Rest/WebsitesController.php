<?php

declare(strict_types=1);

namespace Counterfoil\Websites\Rest;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Websites\ChangeWebsite;
use Counterfoil\Websites\WebsiteResource;

final readonly class WebsitesController
{
    public function __construct(private ClientRepository $clients, private WebsiteResource $resource, private ChangeWebsite $change)
    {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        /** @var array{name: string, url: string} $body as the contract has it */
        $body = $request->body;
        $client = $this->clients->get($request->id(), $request->viewer);

        return $this->resource->one($this->change->create($client, $body, $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        /** @var array{name: string, url: string} $body as the contract has it */
        $body = $request->body;

        return $this->resource->one($this->change->update($request->id(), $body, $request->viewer));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->change->delete($request->id(), $request->viewer);

        return ['done' => true];
    }
}
