<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Rest;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientExport;
use Counterfoil\Clients\ClientOrder;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ClientResource;
use Counterfoil\Clients\ClientsQuery;
use Counterfoil\Clients\CreateClient;
use Counterfoil\Clients\SuspendClient;
use Counterfoil\Clients\UpdateClient;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

final readonly class ClientsController
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private ClientRepository $clients,
        private ClientsQuery $query,
        private ClientResource $resource,
        private CreateClient $create,
        private UpdateClient $update,
        private SuspendClient $access,
        private EventTimeline $timeline,
        private ClientExport $export,
        private Closure $today,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $order = ClientOrder::from_query($request->query);
        ['clients' => $clients, 'next' => $next] = $this->query->page(
            self::search($request),
            self::access($request),
            $request->viewer,
            $order,
            $request->per_page(),
            $request->after($order->name('clients'))
        );

        return [
            'items' => $this->resource->rows($clients, $request->viewer),
            'next_cursor' => Cursor::next($order->name('clients'), $next),
        ];
    }

    /** @return array<string, array{count: int, sums: list<never>}> */
    public function summary(Request $request): array
    {
        return array_map(static fn (int $count): array => ['count' => $count, 'sums' => []], $this->query->counts(self::search($request), $request->viewer));
    }

    public function export(Request $request): CsvFile
    {
        return $this->export->handle(self::search($request), self::access($request), $request->viewer, ClientOrder::from_query($request->query), ($this->today)());
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

    /** @return array<string, mixed> */
    public function restore(Request $request): array
    {
        return $this->resource->to_wire($this->access->restore($request->id(), $request->viewer), $request->viewer);
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function events(Request $request): array
    {
        return $this->timeline->of_client($this->clients->get($request->id(), $request->viewer)->id, $request->viewer, $request->per_page(), $request->cursor(), isset($request->query['logins']));
    }

    private static function search(Request $request): string
    {
        return trim((string) ($request->query['search'] ?? ''));
    }

    private static function access(Request $request): ?Access
    {
        return Access::tryFrom((string) ($request->query['access'] ?? ''));
    }
}
