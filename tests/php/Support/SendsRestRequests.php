<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Plugin;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Sends REST requests through WordPress' own server, with the checks that a browser's request meets. */
trait SendsRestRequests
{
    /**
     * @param array<string, mixed>|string|null $body an array goes as JSON; a string as it is
     * @param int $user who is logged in by cookie; 0 is nobody
     * @param array<string, string> $headers
     * @param string|null $nonce "" for the right one, null for none
     * @param array<string, array{name: non-empty-string, type: non-empty-string, size: int<0, max>, tmp_name: non-empty-string, error: int<0, 8>}> $files as PHP has what came as multipart/form-data
     */
    protected function rest(string $method, string $path, array|string|null $body = null, int $user = 0, array $headers = [], ?string $nonce = '', array $files = []): WP_REST_Response
    {
        [$route, $query] = [...explode('?', $path, 2), ''];
        $request = new WP_REST_Request($method, $route);
        if ($query !== '') {
            wp_parse_str($query, $parameters);
            $request->set_query_params($parameters);
        }
        if ($body !== null) {
            $headers += ['Content-Type' => 'application/json'];
            $request->set_body(is_string($body) ? $body : (string) json_encode($body === [] ? (object) [] : $body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES));
        }
        if ($files !== []) {
            $request->set_header('Content-Type', 'multipart/form-data; boundary=x');
            $request->set_file_params($files);
        }
        $before = $_SERVER;
        wp_set_current_user($user);
        // A browser's request finds a process that knows nobody yet.
        Plugin::instance()->module(IdentityModule::class)->session()->forget();
        $nonce = $nonce === '' ? ($user === 0 ? null : wp_create_nonce('wp_rest')) : $nonce;
        if ($nonce !== null) {
            $headers['X-WP-Nonce'] = $nonce;
        }
        foreach ($headers as $name => $value) {
            $request->set_header($name, $value);
            $_SERVER['HTTP_' . strtoupper(str_replace('-', '_', $name))] = $value;
        }
        $_SERVER['REQUEST_METHOD'] = $method;
        $_SERVER['REQUEST_URI'] = "/wp-json{$path}";
        try {
            return $this->serve($request, $user !== 0);
        } finally {
            $_SERVER = $before;
            wp_set_current_user(0);
        }
    }

    /**
     * What the browser would read.
     *
     * @return array<mixed>
     */
    protected static function json(WP_REST_Response $response): array
    {
        $text = (string) wp_json_encode(rest_get_server()->response_to_data($response, false));
        $data = json_decode($text, true, 512, JSON_THROW_ON_ERROR);

        return is_array($data) ? $data : [$data];
    }

    private function serve(WP_REST_Request $request, bool $cookie): WP_REST_Response
    {
        $server = rest_get_server();
        // As WP_REST_Server::serve_request() does before it dispatches: the nonce of log-ins by cookie.
        $GLOBALS['wp_rest_auth_cookie'] = $cookie ? true : null;
        $refused = $server->check_authentication();
        $GLOBALS['wp_rest_auth_cookie'] = null;
        if ($refused instanceof WP_Error) {
            return rest_convert_error_to_response($refused);
        }
        // Each request of the outside would have a process of its own.
        $response = rest_ensure_response(apply_filters('rest_post_dispatch', rest_ensure_response($server->dispatch($request)), $server, $request));

        return $response instanceof WP_Error ? rest_convert_error_to_response($response) : $response;
    }
}
