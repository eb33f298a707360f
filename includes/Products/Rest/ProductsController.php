<?php

declare(strict_types=1);

namespace Counterfoil\Products\Rest;

use Counterfoil\Products\ChangeProduct;
use Counterfoil\Products\CreateProduct;
use Counterfoil\Products\ProductRepository;
use Counterfoil\Products\ProductResource;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class ProductsController
{
    public function __construct(
        private ProductRepository $products,
        private ProductResource $resource,
        private CreateProduct $create,
        private ChangeProduct $change,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $after = $request->cursor() === null ? null : Cursor::decode('products', $request->cursor());
        $products = $this->products->page(
            ($request->query['state'] ?? 'active') === 'archived',
            trim((string) ($request->query['search'] ?? '')),
            $after === null ? null : [(string) $after[0], (int) $after[1]],
            $request->per_page()
        );
        $page = array_slice($products, 0, $request->per_page());
        $last = end($page);

        return [
            'items' => $this->resource->all($page),
            'next_cursor' => $last !== false && count($products) > count($page) ? Cursor::encode('products', [$last->name, $last->id]) : null,
        ];
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
}
