<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe\Rest;

use Counterfoil\Gateways\Stripe\CreateWebhook;
use Counterfoil\Gateways\Stripe\StripeGateway;
use Counterfoil\Gateways\Stripe\StripeSettingsResource;
use Counterfoil\Gateways\Stripe\TestConnection;
use Counterfoil\Gateways\Stripe\UpdateStripeSettings;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Online\OpenInMode;
use Counterfoil\Shared\Rest\Request;

final readonly class StripeSettingsController
{
    /** Seconds somebody waits for several payments to be canceled. */
    private const SECONDS = 20.0;

    public function __construct(
        private StripeSettingsResource $resource,
        private UpdateStripeSettings $update,
        private TestConnection $test,
        private CreateWebhook $create_webhook,
        private OpenInMode $open,
        private GatewayLine $line,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($request->viewer);
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $body = $request->body;
        $this->update->handle($body['mode'], array_intersect_key($body, ['test' => true, 'live' => true]), trim($body['statement_descriptor']), $request->viewer->actor);

        return $this->resource->to_wire($request->viewer);
    }

    /** @return array<string, mixed> */
    public function test(Request $request): array
    {
        [$ok, $message] = $this->test->handle($request->body['mode']);

        return ['ok' => $ok, 'message' => $message, 'settings' => $this->resource->to_wire($request->viewer)];
    }

    /** @return array<string, mixed> */
    public function webhook(Request $request): array
    {
        [$ok, $message] = $this->create_webhook->handle($request->body['mode'], StripeSettingsResource::webhook_url(), $request->viewer->actor);

        return ['ok' => $ok, 'message' => $message, 'settings' => $this->resource->to_wire($request->viewer)];
    }

    /** @return array<string, mixed> */
    public function cancel_open(Request $request): array
    {
        $this->line->within(self::SECONDS, fn () => $this->open->cancel(StripeGateway::NAME, $request->body['mode']));

        return $this->resource->to_wire($request->viewer);
    }
}
