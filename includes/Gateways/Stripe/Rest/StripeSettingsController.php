<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe\Rest;

use Counterfoil\Gateways\Stripe\StripeSettingsResource;
use Counterfoil\Gateways\Stripe\TestConnection;
use Counterfoil\Gateways\Stripe\UpdateStripeSettings;
use Counterfoil\Shared\Rest\Request;

final readonly class StripeSettingsController
{
    public function __construct(
        private StripeSettingsResource $resource,
        private UpdateStripeSettings $update,
        private TestConnection $test,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        return $this->resource->to_wire();
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $body = $request->body;
        $this->update->handle($body['mode'], array_intersect_key($body, ['test' => true, 'live' => true]), trim($body['statement_descriptor']), $request->viewer->actor);

        return $this->resource->to_wire();
    }

    /** @return array<string, mixed> */
    public function test(Request $request): array
    {
        [$ok, $message] = $this->test->handle($request->body['mode']);

        return ['ok' => $ok, 'message' => $message, 'settings' => $this->resource->to_wire()];
    }
}
