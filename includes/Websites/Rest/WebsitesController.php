<?php

declare(strict_types=1);

namespace Counterfoil\Websites\Rest;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ClientResource;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Websites\ChangeWebsite;
use Counterfoil\Websites\WebsiteRepository;

final readonly class WebsitesController
{
    public function __construct(private ClientRepository $clients, private WebsiteRepository $websites, private ChangeWebsite $change)
    {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        /** @var array{name: string, url: string} $body as the contract has it */
        $body = $request->body;

        return ClientResource::website($this->change->create($this->clients->get($request->id()), $body, $request->viewer->actor), false);
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        /** @var array{name: string, url: string} $body as the contract has it */
        $body = $request->body;
        $website = $this->change->update($request->id(), $body, $request->viewer->actor);

        return ClientResource::website($website, in_array($website->id, $this->websites->used_of_client($website->client_id), true));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->change->delete($request->id(), $request->viewer->actor);

        return ['done' => true];
    }
}
