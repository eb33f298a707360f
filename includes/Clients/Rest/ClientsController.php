<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Rest;

use Counterfoil\Activity\EventTimeline;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ClientResource;
use Counterfoil\Clients\ClientsQuery;
use Counterfoil\Clients\CreateClient;
use Counterfoil\Clients\UpdateClient;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

final readonly class ClientsController
{
    public function __construct(
        private ClientRepository $clients,
        private ClientsQuery $query,
        private ClientResource $resource,
        private CreateClient $create,
        private UpdateClient $update,
        private EventTimeline $timeline,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $after = $request->cursor() === null ? null : Cursor::decode('clients', $request->cursor());
        $clients = $this->query->page(
            trim((string) ($request->query['search'] ?? '')),
            Access::tryFrom((string) ($request->query['access'] ?? '')),
            $after === null ? null : [(string) $after[0], (int) $after[1]],
            $request->per_page(),
            $request->viewer
        );
        $page = array_slice($clients, 0, $request->per_page());
        $last = end($page);

        return [
            'items' => $this->resource->rows($page, $request->viewer),
            'next_cursor' => $last !== false && count($clients) > count($page) ? Cursor::encode('clients', [$last->name, $last->id]) : null,
        ];
    }

    /** @return array<string, array{count: int, sums: list<never>}> */
    public function summary(Request $request): array
    {
        return array_map(static fn (int $count): array => ['count' => $count, 'sums' => []], $this->query->counts($request->viewer));
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->to_wire($this->create->handle($request->body, $request->viewer->actor), Viewer::system());
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($this->clients->get($request->id(), $request->viewer), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->to_wire($this->update->handle($request->id(), $request->body, $request->viewer), $request->viewer);
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function events(Request $request): array
    {
        return $this->timeline->of_client($this->clients->get($request->id(), $request->viewer)->id, $request->viewer, $request->per_page(), $request->cursor());
    }
}
