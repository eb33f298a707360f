<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\PriceRises\AnnouncementsQuery;
use Counterfoil\Subscriptions\PriceRises\PriceRiseResource;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Subscriptions\PriceRises\RaisePrices;
use Counterfoil\Subscriptions\PriceRises\WithdrawRises;

final readonly class PriceRisesController
{
    /** @param Closure(): string $today "2026-03-31" */
    public function __construct(
        private RaisePrices $raise,
        private WithdrawRises $withdraw,
        private AnnouncementsQuery $announcements,
        private PriceRiseResource $resource,
        private Closure $today,
    ) {
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        return $this->resource->plan($this->raise->preview($this->terms($request), $request->viewer), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function announce(Request $request): array
    {
        return $this->answer($this->raise->handle($this->terms($request), $request->viewer), $request);
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $order = new Keyset('id', ($request->query['order'] ?? 'desc') === 'desc');
        $name = $order->name('price-rises');
        ['announcements' => $announcements, 'next' => $next] = $this->announcements->page($request->viewer, $order, $request->per_page(), $request->after($name));

        return ['items' => $this->resource->announcements($announcements, $request->viewer), 'next_cursor' => Cursor::next($name, $next)];
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->answer($request->id(), $request);
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function subscriptions(Request $request): array
    {
        $announcement = $this->announcements->get($request->id(), $request->viewer);
        $order = new Keyset('id');
        $name = $order->name("price-rises:{$announcement->id}");
        ['rises' => $rises, 'next' => $next] = $this->announcements->rises($announcement->id, $request->viewer, $order, $request->per_page(), $request->after($name));

        return ['items' => $this->resource->rises($rises, $request->viewer), 'next_cursor' => Cursor::next($name, $next)];
    }

    /** @return array<string, mixed> */
    public function withdraw(Request $request): array
    {
        return $this->answer($this->withdraw->handle($request->id(), $request->viewer)->id, $request);
    }

    private function terms(Request $request): PriceRiseTerms
    {
        return PriceRiseTerms::from_wire($request->body, ($this->today)());
    }

    /** @return array<string, mixed> */
    private function answer(int $id, Request $request): array
    {
        return $this->resource->announcements([$this->announcements->get($id, $request->viewer)], $request->viewer)[0];
    }
}
