<?php

declare(strict_types=1);

namespace Counterfoil\Products\Rest;

use Counterfoil\Products\ChangePlan;
use Counterfoil\Products\PlanDetails;
use Counterfoil\Products\PlanResource;
use Counterfoil\Shared\Rest\Request;

final readonly class PlansController
{
    public function __construct(private PlanResource $resource, private ChangePlan $change)
    {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return $this->resource->one($this->change->create($request->id(), PlanDetails::from_body($request->body), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->resource->one($this->change->update($request->id(), PlanDetails::from_body($request->body), $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function duplicate(Request $request): array
    {
        return $this->resource->one($this->change->duplicate($request->id(), $request->viewer->actor));
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
