<?php

/**
 * Plugin Name: Neighbour: a cache in front of the site
 * Description: As an edge cache does that somebody has told to keep everything: who is logged in is the same as who is not,
 * and only an answer that says no-store or private is left alone.
 */

declare(strict_types=1);

(static function (): void {
    $folder = WP_CONTENT_DIR . '/neighbour-cache';
    $file = $folder . '/' . hash('sha256', (string) $_SERVER['REQUEST_URI']);
    if ($_SERVER['REQUEST_METHOD'] !== 'GET' || is_admin() || str_contains((string) $_SERVER['REQUEST_URI'], 'wp-login.php')) {
        return;
    }
    if (is_file($file)) {
        header('X-Neighbour: from the cache');
        readfile($file);
        exit;
    }
    ob_start(static function (string $page) use ($folder, $file): string {
        $headers = strtolower(implode("\n", headers_list()));
        if (http_response_code() === 200 && preg_match('/^cache-control:.*(no-store|private)/m', $headers) !== 1) {
            is_dir($folder) || mkdir($folder);
            file_put_contents($file, $page);
        }

        return $page;
    });
})();
