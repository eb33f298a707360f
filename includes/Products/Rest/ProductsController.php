<?php

declare(strict_types=1);

namespace Counterfoil\Products\Rest;

use Counterfoil\Products\ChangeProduct;
use Counterfoil\Products\CreateProduct;
use Counterfoil\Products\ProductExport;
use Counterfoil\Products\ProductRepository;
use Counterfoil\Products\ProductResource;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class ProductsController
{
    public function __construct(
        private ProductRepository $products,
        private ProductResource $resource,
        private CreateProduct $create,
        private ChangeProduct $change,
        private ProductExport $export,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $order = self::order($request);
        ['products' => $products, 'next' => $next] = $this->products->page(
            self::archived($request),
            $request->query['search'] ?? '',
            $order,
            $request->per_page(),
            $request->after($order->name('products'))
        );

        return ['items' => $this->resource->all($products), 'next_cursor' => Cursor::next($order->name('products'), $next)];
    }

    public function export(Request $request): CsvFile
    {
        return $this->export->handle(self::archived($request), $request->query['search'] ?? '', self::order($request));
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->one($this->create->handle($request->body, $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->one($this->products->get($request->id()));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->one($this->change->update($request->id(), $request->body, $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function archive(Request $request): array
    {
        return $this->resource->one($this->change->archive($request->id(), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function restore(Request $request): array
    {
        return $this->resource->one($this->change->restore($request->id(), $request->viewer->actor));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->change->delete($request->id(), $request->viewer->actor);

        return ['done' => true];
    }

    /** By name where nothing is said. */
    private static function order(Request $request): Keyset
    {
        return new Keyset(($request->query['orderby'] ?? '') === 'created_at' ? 'id' : 'search_name', ($request->query['order'] ?? 'asc') === 'desc');
    }

    private static function archived(Request $request): bool
    {
        return ($request->query['state'] ?? 'active') === 'archived';
    }
}
