<?php

declare(strict_types=1);

namespace Counterfoil\Portals\Rest;

use Counterfoil\Portals\CreatePortalPages;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalResource;
use Counterfoil\Shared\Rest\Request;

final readonly class PortalsController
{
    public function __construct(private PortalRepository $portals, private CreatePortalPages $create_pages, private PortalResource $resource)
    {
    }

    /** @return array{items: list<array<string, mixed>>} */
    public function list(): array
    {
        return ['items' => array_map($this->resource->to_wire(...), $this->portals->all())];
    }

    /** @return array<string, mixed> */
    public function create_pages(Request $request): array
    {
        return $this->resource->to_wire($this->create_pages->handle($request->id(), $request->viewer->actor));
    }
}
