<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe\Rest;

use Counterfoil\Gateways\Stripe\ReceiveWebhook;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Counterfoil\Shared\Rest\Routes;
use Throwable;
use WP_REST_Request;
use WP_REST_Response;

/** Not in the contract: what comes in is Stripe's, its bytes are signed, and nobody is logged in. */
final readonly class WebhookController
{
    private const PATH = '/webhooks/stripe';
    public function __construct(private ReceiveWebhook $receive)
    {
    }

    public function register(): void
    {
        register_rest_route(Routes::NAMESPACE, self::PATH, [
            'methods' => 'POST',
            'permission_callback' => '__return_true',
            'callback' => $this->answer(...),
        ]);
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    private function answer(WP_REST_Request $request): WP_REST_Response
    {
        try {
            $response = $this->received($request);
        } catch (DomainError $error) {
            $response = rest_convert_error_to_response(Errors::from_domain($error));
        } catch (Throwable $error) {
            // Stripe calls again.
            $response = rest_convert_error_to_response(Errors::from_bug($error));
        }
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    private function received(WP_REST_Request $request): WP_REST_Response
    {
        return new WP_REST_Response(['result' => $this->receive->handle((string) $request->get_header('stripe_signature'), (string) $request->get_body())]);
    }
}
