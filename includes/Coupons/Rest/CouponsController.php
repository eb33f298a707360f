<?php

declare(strict_types=1);

namespace Counterfoil\Coupons\Rest;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Coupons\ChangeCoupon;
use Counterfoil\Coupons\CouponDetails;
use Counterfoil\Coupons\CouponExport;
use Counterfoil\Coupons\CouponRepository;
use Counterfoil\Coupons\CouponResource;
use Counterfoil\Coupons\CouponUse;
use Counterfoil\Coupons\CouponUseRepository;
use Counterfoil\Coupons\CreateCoupon;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class CouponsController
{
    private const COLUMNS = ['code' => 'code', 'uses' => 'uses', 'valid_until' => 'valid_until', 'created_at' => 'id'];

    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(
        private CouponRepository $coupons,
        private CouponUseRepository $uses,
        private CouponResource $resource,
        private CreateCoupon $create,
        private ChangeCoupon $change,
        private CouponExport $export,
        private ClientRepository $clients,
        private Closure $today,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $order = self::order($request);
        $name = $order->name('coupons');
        ['coupons' => $coupons, 'next' => $next] = $this->coupons->page(
            $request->query['state'] ?? 'active',
            ($this->today)(),
            $request->query['search'] ?? '',
            $order,
            $request->per_page(),
            $request->after($name)
        );

        return ['items' => $this->resource->all($coupons, $request->viewer), 'next_cursor' => Cursor::next($name, $next)];
    }

    public function export(Request $request): CsvFile
    {
        return $this->export->handle($request->query['state'] ?? 'active', $request->query['search'] ?? '', self::order($request), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->one($this->coupons->get($request->id()), $request->viewer);
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function uses(Request $request): array
    {
        $coupon = $this->coupons->get($request->id());
        $order = new Keyset('id', true);
        $name = $order->name("coupon-uses:{$coupon->id}");
        ['uses' => $uses, 'next' => $next] = $this->uses->page($coupon->id, $request->viewer, $order, $request->per_page(), $request->after($name));
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (CouponUse $use): int => $use->client_id, $uses))), $request->viewer);

        return [
            'items' => array_map(static fn (CouponUse $use): array => [
                'id' => $use->id,
                'invoice' => $use->invoice_id === null ? null : ['id' => $use->invoice_id, 'number' => $use->number],
                'subscription' => $use->subscription_id === null ? null : ['id' => $use->subscription_id, 'name' => $use->number],
                'client' => ['id' => $use->client_id, 'name' => $clients[$use->client_id]->name ?? ''],
                'amount' => $use->amount->to_wire(),
                'used_at' => Timestamps::to_wire($use->used_at),
                'given_back_at' => $use->given_back_at === null ? null : Timestamps::to_wire($use->given_back_at),
            ], $uses),
            'next_cursor' => Cursor::next($name, $next),
        ];
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->one($this->create->handle(CouponDetails::from_body($request->body), $request->viewer->actor), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->one($this->change->update($request->id(), CouponDetails::from_body($request->body), $request->viewer->actor), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function archive(Request $request): array
    {
        return $this->resource->one($this->change->archive($request->id(), $request->viewer->actor), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function restore(Request $request): array
    {
        return $this->resource->one($this->change->restore($request->id(), $request->viewer->actor), $request->viewer);
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->change->delete($request->id(), $request->viewer->actor);

        return ['done' => true];
    }

    /** By code where nothing is said. */
    private static function order(Request $request): Keyset
    {
        $by = $request->query['orderby'] ?? 'code';

        return new Keyset(self::COLUMNS[$by] ?? 'code', ($request->query['order'] ?? 'asc') === 'desc', $by === 'valid_until');
    }
}
