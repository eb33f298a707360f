<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\MediaLibrary;

/** Products as the contract has them: a page of them costs as many queries as one. */
final readonly class ProductResource
{
    public function __construct(private PlanRepository $plans, private PlanResource $plan_resource, private MediaLibrary $media)
    {
    }

    /** @return array<string, mixed> */
    public function one(Product $product): array
    {
        return $this->all([$product])[0];
    }

    /**
     * @param list<Product> $products
     * @return list<array<string, mixed>>
     */
    public function all(array $products): array
    {
        $ids = array_map(static fn (Product $product): int => $product->id, $products);
        $plans = $this->plans->of_products($ids);
        $used = array_fill_keys($this->plans->used_of_products($ids), true);
        $this->media->prime(array_values(array_filter(array_map(static fn (Product $product): ?int => $product->image_id, $products))));

        return array_map(fn (Product $product): array => $this->to_wire($product, $plans[$product->id], $used), $products);
    }

    /**
     * @param list<Plan> $plans
     * @param array<int, true> $used
     * @return array<string, mixed>
     */
    private function to_wire(Product $product, array $plans, array $used): array
    {
        $wire = array_map(fn (Plan $plan): array => $this->plan_resource->to_wire($plan, isset($used[$plan->id])), $plans);

        return [
            'id' => $product->id,
            'name' => $product->name,
            'description' => $product->description,
            'image' => $this->media->to_wire($product->image_id),
            'plans' => $wire,
            'is_used' => in_array(true, array_column($wire, 'is_used'), true),
            'archived_at' => $product->archived_at === null ? null : Timestamps::to_wire($product->archived_at),
            'created_at' => Timestamps::to_wire($product->created_at),
        ];
    }
}
