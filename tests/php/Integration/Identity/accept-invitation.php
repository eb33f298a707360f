<?php

declare(strict_types=1);

/** Accepts one of the invitations; answers the status. */
return static function (int $process, string ...$secrets): int {
    add_filter('send_auth_cookies', '__return_false');
    $_SERVER['REMOTE_ADDR'] = "203.0.113.{$process}";
    $_SERVER['REQUEST_METHOD'] = 'POST';
    $request = new WP_REST_Request('POST', '/counterfoil/v1/invitations/redeem');
    $request->set_header('Content-Type', 'application/json');
    $request->set_body((string) wp_json_encode(['token' => $secrets[$process % count($secrets)], 'password' => "four calm words {$process}"]));

    return rest_get_server()->dispatch($request)->get_status();
};
