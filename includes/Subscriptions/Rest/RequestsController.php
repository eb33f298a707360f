<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\Requests\AcceptRequest;
use Counterfoil\Subscriptions\Requests\DeclineRequest;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Requests\RequestResource;

/** What clients ask for and staff answer. */
final readonly class RequestsController
{
    public function __construct(private RequestRepository $requests, private RequestResource $resource, private AcceptRequest $accept, private DeclineRequest $decline)
    {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $open = isset($request->query['state']) ? $request->query['state'] === 'open' : null;
        $order = new Keyset('id', $open !== true);
        $name = $order->name('subscription-requests');
        ['requests' => $requests, 'next' => $next] = $this->requests->page($open, $request->viewer, $order, $request->per_page(), $request->after($name));

        return ['items' => $this->resource->rows($requests, $request->viewer), 'next_cursor' => Cursor::next($name, $next)];
    }

    /** @return array<string, mixed> */
    public function accept(Request $request): array
    {
        return $this->resource->one($this->accept->handle($request->id(), $request->body['when'], $request->body['on'] ?? null, $request->viewer, $request->body['unused'] ?? 'none'), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function decline(Request $request): array
    {
        return $this->resource->one($this->decline->handle($request->id(), Input::text($request->body['answer']), $request->viewer), $request->viewer);
    }
}
