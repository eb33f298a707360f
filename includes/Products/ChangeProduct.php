<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\MediaLibrary;

/** What happens to a product after it was made. */
final readonly class ChangeProduct
{
    public function __construct(
        private Database $database,
        private ProductRepository $products,
        private PlanRepository $plans,
        private MediaLibrary $media,
        private EventLog $events,
    ) {
    }

    /**
     * @param array<string, mixed> $body `products.update` of the contract
     * @throws DomainError 400, 404
     */
    public function update(int $id, array $body, Actor $by): Product
    {
        $product = $this->products->get($id);
        // An image that was deleted from the library since must not keep anybody from changing the name.
        if ($body['image_id'] !== $product->image_id) {
            $this->media->check($body['image_id'], '/image_id');
        }

        return $this->database->transaction(function () use ($id, $body, $by): Product {
            $name = Input::line($body['name']);
            $this->products->update($id, $name, Input::text($body['description']), $body['image_id']);
            $this->events->record('product.updated', [['product', $id]], null, $by, ['name' => $name]);

            return $this->products->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function archive(int $id, Actor $by): Product
    {
        return $this->database->transaction(function () use ($id, $by): Product {
            $product = $this->products->get($id);
            if ($this->products->archive($id)) {
                $this->events->record('product.archived', [['product', $id]], null, $by, ['name' => $product->name]);
            }

            return $this->products->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function restore(int $id, Actor $by): Product
    {
        return $this->database->transaction(function () use ($id, $by): Product {
            $product = $this->products->get($id);
            if ($product->archived_at !== null) {
                $this->products->restore($id);
                $this->events->record('product.restored', [['product', $id]], null, $by, ['name' => $product->name]);
            }

            return $this->products->get($id);
        });
    }

    /** With its plans, when none of them was ever used. @throws DomainError 404, 409 */
    public function delete(int $id, Actor $by): void
    {
        $this->database->transaction(function () use ($id, $by): void {
            $product = $this->products->get($id);
            foreach ($this->plans->of_products([$id])[$id] as $plan) {
                $this->plans->delete_unused($plan->id);
            }
            if (! $this->products->delete($id)) {
                throw DomainError::conflict('product_used', __('This product is on an invoice, so it can’t be deleted. Archive it instead: it is no longer offered, and the invoice stays as it is.', 'counterfoil'));
            }
            $this->events->record('product.deleted', [['product', $id]], null, $by, ['name' => $product->name]);
        });
    }
}
