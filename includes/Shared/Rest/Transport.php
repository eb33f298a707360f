<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use WP_HTTP_Response;
use WP_REST_Request;
use WP_REST_Response;

/** What happens to requests for our routes and to their answers on the way through WordPress. */
final readonly class Transport
{
    /** Only once somebody asks for a route of ours: all others go their way without us. Repeatable. */
    public static function register(): void
    {
        if (has_filter('rest_post_dispatch', [self::class, 'keep_nowhere'])) {
            return;
        }
        add_filter('rest_post_dispatch', [self::class, 'keep_nowhere'], 10, 3);
        add_filter('rest_pre_serve_request', [self::class, 'close_foreign_origins'], 20, 3);
        add_filter('rest_pre_serve_request', [self::class, 'serve_download'], 30, 2);
    }

    /** No answer is kept anywhere on its way, refusals neither. */
    public static function keep_nowhere(WP_HTTP_Response $response, mixed $server, WP_REST_Request $request): WP_HTTP_Response
    {
        if (Routes::is_ours($request->get_route())) {
            $response->header('Cache-Control', 'no-store, private');
        }

        return $response;
    }

    /**
     * Files go out as they are instead of as JSON.
     *
     * @param bool $served whether something else has answered already
     */
    public static function serve_download(bool $served, WP_REST_Response $response): bool
    {
        $download = $response->get_data();
        if (! $served && $download instanceof Streamed) {
            BareOutput::begin();
            foreach ($download->headers() as $name => $value) {
                header("{$name}: {$value}");
            }
            header('X-Content-Type-Options: nosniff');
            foreach ($download->parts() as $part) {
                echo $part; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file
            }
            BareOutput::end();

            return true;
        }
        if ($served || ! $download instanceof Download) {
            return $served;
        }
        $download->send();

        return true;
    }

    /** WordPress answers any Origin with credentials allowed. These routes answer only the site's own. */
    public static function close_foreign_origins(bool $served, mixed $response, WP_REST_Request $request): bool
    {
        $origin = get_http_origin();
        if (Routes::is_ours($request->get_route()) && $origin !== '' && ! self::is_own($origin)) {
            header_remove('Access-Control-Allow-Origin');
            header_remove('Access-Control-Allow-Credentials');
        }

        return $served;
    }

    /**
     * Before WordPress reads the body as JSON: what is too large is not read at all. What is not UTF-8 it would refuse
     * before anybody is asked, without saying where; marked as broken (U+FFFD) it gets as far as the contract, which names the field.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public static function receive(mixed $result, WP_REST_Request $request): mixed
    {
        $body = (string) $request->get_body();
        if (strlen($body) > RequestReader::MAX_BODY) {
            return rest_convert_error_to_response(Errors::from_domain(DomainError::too_large()));
        }
        if (! mb_check_encoding($body, 'UTF-8')) {
            $before = mb_substitute_character();
            mb_substitute_character(0xFFFD);
            $request->set_body(mb_scrub($body, 'UTF-8'));
            mb_substitute_character($before);
        }

        return $result;
    }

    /** Whether an `Origin` is this site. */
    public static function is_own(string $origin): bool
    {
        $of = static fn (string $url): string => strtolower((string) wp_parse_url($url, PHP_URL_HOST)) . ':' . (string) wp_parse_url($url, PHP_URL_PORT);

        return in_array($of($origin), [$of(home_url()), $of(site_url())], true);
    }
}
