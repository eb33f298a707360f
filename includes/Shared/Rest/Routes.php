<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Closure;
use Counterfoil\Shared\DomainError;
use Throwable;
use WP_Error;
use WP_HTTP_Response;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Binds operations of the contract to the code that does them. The way of every request:
 * permission, contract, idempotency, use case, answer; and one place where errors become answers.
 */
final readonly class Routes
{
    public const NAMESPACE = 'counterfoil/v1';

    public function __construct(
        private Contract $contract,
        private RequestReader $reader,
        private Idempotency $idempotency,
    ) {
    }

    /**
     * @param Closure(): void $permission throws DomainError (401, 403) when the caller may not
     * @param Closure(Request): mixed $handler answers an array that fits the response, or a Download
     * @param bool $calls_outside the handler calls a gateway, so it must not run in a transaction
     */
    public function add(string $id, Closure $permission, Closure $handler, bool $calls_outside = false): void
    {
        $entry = $this->contract->entry($id);
        $path = '/' . ltrim((string) preg_replace('/\{([a-z_]+)\}/', '(?P<$1>[1-9]\d{0,15})', $entry['path']), '/');
        register_rest_route(self::NAMESPACE, $path, [
            'methods' => $entry['method'],
            'permission_callback' => fn (): bool|WP_Error => $this->permit($entry['method'], $permission),
            'callback' => fn (WP_REST_Request $request): WP_REST_Response => $this->answer($id, $request, $handler, $calls_outside),
        ]);
    }

    /** @param Closure(): void $permission */
    private function permit(string $method, Closure $permission): bool|WP_Error
    {
        // WordPress lets ?_method=DELETE turn a link into a command. A link stays a link.
        $sent = isset($_SERVER['REQUEST_METHOD']) ? sanitize_key(wp_unslash($_SERVER['REQUEST_METHOD'])) : '';
        if ($method !== 'GET' && in_array($sent, ['get', 'head'], true)) {
            return new WP_Error('method_not_allowed', __('This can’t be done by following a link.', 'counterfoil'), ['status' => 405]);
        }
        try {
            $permission();
        } catch (DomainError $error) {
            return Errors::from_domain($error);
        }

        return true;
    }

    /**
     * @param WP_REST_Request<array<string, mixed>> $request
     * @param Closure(Request): mixed $handler
     */
    private function answer(string $id, WP_REST_Request $request, Closure $handler, bool $calls_outside): WP_REST_Response
    {
        $entry = $this->contract->entry($id);
        try {
            $read = $this->reader->read($id, $request);
            $result = $entry['idempotent']
                ? $this->idempotency->once(
                    'user:' . get_current_user_id(),
                    $read->idempotency_key,
                    $id . json_encode([$read->params, $read->query, $read->body]),
                    $calls_outside,
                    static fn (): mixed => $handler($read)
                )
                : $handler($read);
            if ($result instanceof Download) {
                // A file has no fields to choose from, and WordPress would look for them in it.
                unset($request['_fields']);
            }
            $response = new WP_REST_Response($result, $entry['status']);
        } catch (DomainError $error) {
            $response = rest_convert_error_to_response(Errors::from_domain($error));
            if ($error->retry_after !== null) {
                $response->header('Retry-After', (string) $error->retry_after);
            }
        } catch (Throwable $error) {
            $response = rest_convert_error_to_response(Errors::from_bug($error));
        }

        return $response;
    }

    /** No answer is kept anywhere on its way, refusals neither. */
    public function keep_nowhere(WP_HTTP_Response $response, WP_REST_Request $request): WP_HTTP_Response
    {
        if (str_starts_with($request->get_route(), '/' . self::NAMESPACE)) {
            $response->header('Cache-Control', 'no-store, private');
        }

        return $response;
    }

    /**
     * Files go out as they are instead of as JSON.
     *
     * @param bool $served whether something else has answered already
     */
    public function serve_download(bool $served, WP_REST_Response $response): bool
    {
        $download = $response->get_data();
        if ($served || ! $download instanceof Download) {
            return $served;
        }
        header("Content-Type: {$download->type}");
        header('Content-Disposition: ' . $download->disposition());
        header('Content-Length: ' . strlen($download->bytes));
        header('X-Content-Type-Options: nosniff');
        echo $download->bytes; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a PDF

        return true;
    }

    /** WordPress answers any Origin with credentials allowed. These routes answer only the site's own. */
    public function close_foreign_origins(bool $served, WP_REST_Request $request): bool
    {
        $origin = get_http_origin();
        if (str_starts_with($request->get_route(), '/' . self::NAMESPACE) && $origin !== '' && ! self::is_own($origin)) {
            header_remove('Access-Control-Allow-Origin');
            header_remove('Access-Control-Allow-Credentials');
        }

        return $served;
    }

    /**
     * WordPress answers a body that is not UTF-8 before anybody is asked, without saying where. Marked as
     * broken (U+FFFD), it gets as far as the contract, which names the field.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public function mark_broken_text(mixed $result, WP_REST_Request $request): mixed
    {
        $body = (string) $request->get_body();
        if (str_starts_with($request->get_route(), '/' . self::NAMESPACE) && ! mb_check_encoding($body, 'UTF-8')) {
            $before = mb_substitute_character();
            mb_substitute_character(0xFFFD);
            $request->set_body(mb_scrub($body, 'UTF-8'));
            mb_substitute_character($before);
        }

        return $result;
    }

    public static function is_own(string $origin): bool
    {
        $of = static fn (string $url): string => strtolower((string) wp_parse_url($url, PHP_URL_HOST)) . ':' . (string) wp_parse_url($url, PHP_URL_PORT);

        return in_array($of($origin), [$of(home_url()), $of(site_url())], true);
    }
}
