<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe\Rest;

use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Gateways\Stripe\PaymentSettingsResource;
use Counterfoil\Gateways\Stripe\TestConnection;
use Counterfoil\Gateways\Stripe\UpdateStripeSettings;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final readonly class PaymentSettingsController
{
    public function __construct(
        private PaymentSettingsResource $resource,
        private UpdateStripeSettings $update,
        private TestConnection $test,
    ) {
    }

    public function register(Routes $routes): void
    {
        $permission = StaffAccess::may(Capability::Settings);
        $routes->add('payment-settings.get', $permission, fn (): array => $this->resource->to_wire());
        $routes->add('payment-settings.update', $permission, $this->update(...), calls_outside: true);
        $routes->add('payment-settings.test', $permission, $this->test(...), calls_outside: true);
    }

    /** @return array<string, mixed> */
    private function update(Request $request): array
    {
        $body = $request->body;
        $this->update->handle($body['mode'], array_intersect_key($body, ['test' => true, 'live' => true]), trim($body['statement_descriptor']), Actor::current_staff());

        return $this->resource->to_wire();
    }

    /** @return array<string, mixed> */
    private function test(Request $request): array
    {
        [$ok, $message] = $this->test->handle($request->body['mode']);

        return ['ok' => $ok, 'message' => $message, 'settings' => $this->resource->to_wire()];
    }
}
