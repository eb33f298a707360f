<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\MediaLibrary;

final readonly class CreateProduct
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

        return $this->database->transaction(function () use ($body, $details, $by): Product {
            $name = Input::line($body['name']);
            $id = $this->products->insert($name, Input::text($body['description']), $body['image_id']);
            foreach ($details as $plan) {
                $this->plans->insert($id, $plan);
            }
            $this->events->record('product.created', [['product', $id]], null, $by, ['name' => $name]);
            $this->database->after_commit(static fn () => do_action('counterfoil_product_created', $id));

            return $this->products->get($id);
        });
    }
}
