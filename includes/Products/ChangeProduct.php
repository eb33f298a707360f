<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\MediaLibrary;

/** What happens to a product after it was made. */
final readonly class ChangeProduct
{
    public function __construct(
        private Changes $changes,
        private ProductRepository $products,
        private PlanRepository $plans,
        private MediaLibrary $media,
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

        return $this->changes->run($by, function (Change $change) use ($id, $body): Product {
            $name = Input::line($body['name']);
            $this->products->update($id, $name, Input::text($body['description']), $body['image_id']);
            $change->event('product.updated', [['product', $id]], null, ['name' => $name]);
            /**
             * Fires after a product's name, description or image changes.
             *
             * @param int $id id of the product
             * @since 0.2.0
             */
            $change->hook('product_updated', $id);

            return $this->products->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function archive(int $id, Actor $by): Product
    {
        return $this->changes->run($by, function (Change $change) use ($id): Product {
            $product = $this->products->get($id);
            if ($this->products->archive($id)) {
                $change->event('product.archived', [['product', $id]], null, ['name' => $product->name]);
                /**
                 * Fires after a product is archived.
                 *
                 * @param int $id id of the product
                 * @since 0.2.0
                 */
                $change->hook('product_archived', $id);
            }

            return $this->products->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function restore(int $id, Actor $by): Product
    {
        return $this->changes->run($by, function (Change $change) use ($id): Product {
            $product = $this->products->get($id);
            if ($product->archived_at !== null) {
                $this->products->restore($id);
                $change->event('product.restored', [['product', $id]], null, ['name' => $product->name]);
                /**
                 * Fires after an archived product is restored.
                 *
                 * @param int $id id of the product
                 * @since 0.2.0
                 */
                $change->hook('product_restored', $id);
            }

            return $this->products->get($id);
        });
    }

    /** With its plans, when none of them was ever used. @throws DomainError 404, 409 */
    public function delete(int $id, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($id): void {
            $product = $this->products->get($id);
            foreach ($this->plans->of_products([$id])[$id] as $plan) {
                $this->plans->delete_unused($plan->id);
            }
            if (! $this->products->delete($id)) {
                throw DomainError::conflict('product_used', __('This product is used on an invoice and can’t be deleted. Archive it instead: it will no longer be offered, and existing invoices won’t change.', 'counterfoil'));
            }
            $change->event('product.deleted', [['product', $id]], null, ['name' => $product->name]);
            /**
             * Fires after an unused product and its plans are deleted.
             *
             * @param int $id id of the product
             * @since 0.2.0
             */
            $change->hook('product_deleted', $id);
        });
    }
}
