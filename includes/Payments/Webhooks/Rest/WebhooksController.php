<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks\Rest;

use Closure;
use Counterfoil\Payments\Webhooks\ReceiveWebhook;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Errors;
use Counterfoil\Shared\Rest\Routes;
use Throwable;
use WP_REST_Request;
use WP_REST_Response;

/** Not in the contract: what comes in is the gateway's, its bytes are signed, and nobody is logged in. */
final readonly class WebhooksController
{
    /** WordPress compares routes without regard to case; names of gateways are lower case. */
    private const PATH = '/webhooks/(?P<gateway>[a-z][a-z0-9_-]{0,19})';

    /** @param Closure(): ReceiveWebhook $receive */
    public function __construct(private Closure $receive)
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
            // The gateway calls again.
            $response = rest_convert_error_to_response(Errors::from_bug($error));
        }
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    private function received(WP_REST_Request $request): WP_REST_Response
    {
        $headers = [];
        foreach ($request->get_headers() as $name => $values) {
            $headers[str_replace('_', '-', strtolower((string) $name))] = implode(',', (array) $values);
        }
        $gateway = strtolower((string) ($request->get_url_params()['gateway'] ?? ''));

        return new WP_REST_Response(['result' => ($this->receive)()->handle($gateway, $headers, (string) $request->get_body())]);
    }
}
