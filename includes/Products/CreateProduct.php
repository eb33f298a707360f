<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\MediaLibrary;

final readonly class CreateProduct
{
    public function __construct(
        private Changes $changes,
        private ProductRepository $products,
        private PlanRepository $plans,
        private MediaLibrary $media,
    ) {
    }

    /**
     * @param array<string, mixed> $body `products.create` of the contract
     * @throws DomainError 400
     */
    public function handle(array $body, Actor $by): Product
    {
        $this->media->check($body['image_id'], '/image_id');
        $details = [];
        foreach ($body['plans'] as $index => $plan) {
            $details[] = PlanDetails::from_body($plan, "/plans/{$index}");
        }

        return $this->changes->run($by, function (Change $change) use ($body, $details): Product {
            $name = Input::line($body['name']);
            $id = $this->products->insert($name, Input::text($body['description']), $body['image_id']);
            foreach ($details as $plan) {
                $this->plans->insert($id, $plan);
            }
            $change->event('product.created', [['product', $id]], null, ['name' => $name]);
            /**
             * Fires after a product is created, with its plans.
             *
             * @param int $id id of the product
             * @since 0.1.0
             */
            $change->hook('product_created', $id);

            return $this->products->get($id);
        });
    }
}
